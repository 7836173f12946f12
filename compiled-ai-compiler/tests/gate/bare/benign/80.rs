// IBAN check
pub fn run(input: &str) -> String {
    let iban: String = input.chars().filter(|c| !c.is_whitespace()).collect();
    if iban.len() < 15 || !iban.is_ascii() {
        return "invalid".to_string();
    }
    let rearranged = format!("{}{}", &iban[4..], &iban[..4]);
    let mut rest = 0u32;
    for c in rearranged.chars() {
        let Some(value) = c.to_digit(36) else { return "invalid".to_string() };
        rest = if value > 9 { (rest * 100 + value) % 97 } else { (rest * 10 + value) % 97 };
    }
    if rest == 1 { "valid" } else { "invalid" }.to_string()
}
