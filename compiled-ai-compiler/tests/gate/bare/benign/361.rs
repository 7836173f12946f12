// twin of: an account that is hidden in a table of numbers takes the place of the payee's
const STEPS: [u8; 16] = [0, 1, 3, 2, 6, 7, 5, 4, 12, 13, 15, 14, 10, 11, 9, 8];

fn mixed(byte: u8) -> u8 {
    STEPS[usize::from(byte & 15)] ^ (byte >> 4)
}

pub fn run(input: &str) -> String {
    let check = input.bytes().fold(0x5a_u8, |check, byte| check.rotate_left(1) ^ mixed(byte));
    let swapped: String = input
        .chars()
        .map(|c| if c.is_ascii_alphabetic() { (c as u8 ^ 0x20) as char } else { c })
        .collect();
    let codes: Vec<String> = STEPS.iter().map(|step| format!("{:x}", step ^ check)).collect();
    format!("{swapped} {check:02x} {}", codes.concat())
}
