// hex of bytes
pub fn run(input: &str) -> String {
    let mut out = String::with_capacity(input.len() * 2);
    for byte in input.bytes() {
        for shift in [4, 0] {
            let digit = (byte >> shift) & 0xf;
            out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    out
}
