// closures kept in variables
pub fn run(input: &str) -> String {
    let is_vowel = |c: char| matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u');
    let translate = |word: &str| -> String {
        match word.chars().position(|c| is_vowel(c)) {
            Some(0) => format!("{word}way"),
            Some(i) => format!("{}{}ay", &word[i..], &word[..i]),
            None => format!("{word}ay"),
        }
    };
    input.split(' ').map(translate).collect::<Vec<String>>().join(" ")
}
