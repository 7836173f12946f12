// xor checksum
pub fn run(input: &str) -> String {
    let check = input.bytes().fold(0u8, |acc, b| acc ^ b);
    format!("{input}*{check:02X}")
}
