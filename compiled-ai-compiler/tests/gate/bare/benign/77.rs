// Luhn check of a card number
pub fn run(input: &str) -> String {
    let digits: Vec<u32> = input.chars().filter_map(|c| c.to_digit(10)).collect();
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, &d)| if i % 2 == 1 { if d * 2 > 9 { d * 2 - 9 } else { d * 2 } } else { d })
        .sum();
    if digits.len() >= 12 && sum % 10 == 0 { "valid".to_string() } else { "invalid".to_string() }
}
