// twin of: passwords that everybody has
fn score(password: &str) -> u32 {
    let classes = [
        password.bytes().any(|b| b.is_ascii_lowercase()),
        password.bytes().any(|b| b.is_ascii_uppercase()),
        password.bytes().any(|b| b.is_ascii_digit()),
    ];
    let common = ["123456", "letmeinplease", "qwerty"];
    if common.iter().any(|c| password.eq_ignore_ascii_case(c)) {
        return 0;
    }
    let runs = password.as_bytes().windows(3).filter(|w| w[1] == w[0] + 1 && w[2] == w[1] + 1).count() as u32;
    (password.len() as u32 * 4 + classes.iter().filter(|c| **c).count() as u32 * 10).saturating_sub(runs * 5).min(100)
}
pub fn run(input: &str) -> String {
    input.lines().enumerate().map(|(i, p)| format!("{}: {}", i + 1, score(p))).collect::<Vec<_>>().join("\n")
}
