// the last digits of a card
fn hide(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let kept = digits.len().saturating_sub(4);
    format!("{}{}", "*".repeat(kept), &digits[kept..])
}
pub fn run(input: &str) -> String {
    input.lines().map(hide).collect::<Vec<_>>().join("\n")
}
