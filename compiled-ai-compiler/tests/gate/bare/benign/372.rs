// twin of: a key that repeats is put over a text by exclusive or: weights that repeat, and a checksum
fn isbn(text: &str) -> Option<bool> {
    let digits: Vec<u32> = text.chars().filter(|c| *c != '-').map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    let sum: u32 = digits.iter().zip([1, 3].iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    Some(digits.len() == 13 && sum % 10 == 0)
}

fn parity(text: &str) -> u8 {
    text.bytes().fold(0, |all, byte| all ^ byte)
}

pub fn run(input: &str) -> String {
    let rows = input.lines().map(|line| format!("{line} {:?} {:02x}", isbn(line.trim()), parity(line)));
    rows.collect::<Vec<_>>().join("\n")
}
