// parity byte of a message
pub fn run(input: &str) -> String {
    let parity = input.bytes().fold(0u8, |acc, b| acc ^ b);
    format!("{parity:#04x}")
}
