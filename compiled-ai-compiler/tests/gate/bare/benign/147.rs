// ISBN-10
pub fn run(input: &str) -> String {
    let digits: Vec<u32> = input
        .chars()
        .filter(|c| *c != '-')
        .filter_map(|c| if c == 'X' { Some(10) } else { c.to_digit(10) })
        .collect();
    if digits.len() != 10 {
        return "invalid length".into();
    }
    let sum: u32 = digits.iter().enumerate().map(|(i, d)| (10 - i as u32) * d).sum();
    if sum % 11 == 0 { "valid".into() } else { "invalid".into() }
}
