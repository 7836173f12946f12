// Caesar shift as a puzzle
fn shift(c: char, by: u8) -> char {
    match c {
        'a'..='z' => ((c as u8 - b'a' + by) % 26 + b'a') as char,
        'A'..='Z' => ((c as u8 - b'A' + by) % 26 + b'A') as char,
        _ => c,
    }
}

pub fn run(input: &str) -> String {
    let (by, text) = input.split_once(' ').unwrap_or(("3", input));
    let by = by.parse::<u8>().unwrap_or(3) % 26;
    text.chars().map(|c| shift(c, by)).collect()
}
