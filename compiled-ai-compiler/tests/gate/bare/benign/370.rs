// twin of: a password that is stored as shifted numbers
const WEIGHTS: [u8; 8] = [8, 6, 4, 2, 3, 5, 9, 7];

fn check_digit(number: &str) -> Option<u8> {
    let digits: Vec<u32> = number.chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    if digits.len() != WEIGHTS.len() {
        return None;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * u32::from(weight)).sum();
    Some(match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        other => other as u8,
    })
}

pub fn run(input: &str) -> String {
    let weights: String = WEIGHTS.iter().map(|weight| char::from(weight + b'0')).collect();
    let checked = input.lines().map(|line| match check_digit(line.trim()) {
        Some(digit) => format!("{} {digit}", line.trim()),
        None => format!("{} ?", line.trim()),
    });
    format!("{weights}\n{}", checked.collect::<Vec<_>>().join("\n"))
}
