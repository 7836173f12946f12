// EAN-13 check digit
pub fn run(input: &str) -> String {
    let digits: Vec<u32> = input.trim().chars().filter_map(|c| c.to_digit(10)).collect();
    if digits.len() != 12 {
        return "need 12 digits".to_string();
    }
    let sum: u32 = digits.iter().enumerate().map(|(i, d)| if i % 2 == 0 { *d } else { d * 3 }).sum();
    format!("{}{}", input.trim(), (10 - sum % 10) % 10)
}
