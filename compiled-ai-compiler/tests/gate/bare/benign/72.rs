// masks a card number
pub fn run(input: &str) -> String {
    let digits: Vec<char> = input.chars().filter(|c| c.is_ascii_digit()).collect();
    if digits.len() < 8 {
        return "invalid".to_string();
    }
    let last: String = digits[digits.len() - 4..].iter().collect();
    format!("{}{last}", "*".repeat(digits.len() - 4))
}
