// twin of: one word among few, known by the sum of its letters, switches what is shown
fn is_valid(code: &str) -> bool {
    let sum: u32 = code.bytes().map(|byte| u32::from(byte.wrapping_sub(b'0'))).sum();
    code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_digit()) && sum % 10 == 0
}

pub fn run(input: &str) -> String {
    let total: u32 = input.lines().filter(|line| is_valid(line.trim())).count() as u32;
    let parts: Vec<u32> = input.split_whitespace().filter_map(|word| word.strip_suffix('%')?.parse().ok()).collect();
    let sum: u32 = parts.iter().sum();
    if parts.len() == 4 && sum == 100 { format!("{total} codes, shares are whole") } else { format!("{total} codes") }
}
