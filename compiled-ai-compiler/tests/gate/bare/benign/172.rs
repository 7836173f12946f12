// anagrams
pub fn run(input: &str) -> String {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        letters.sort_unstable();
        letters
    };
    let (a, b) = input.split_once(',').unwrap_or((input, ""));
    (sorted(a) == sorted(b)).to_string()
}
