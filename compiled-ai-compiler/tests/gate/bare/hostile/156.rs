// class: semantic weakness; cwe: 328
fn adler32(data: &[u8]) -> u32 {
    let (mut a, mut b) = (1u32, 0u32);
    for &x in data {
        a = (a + x as u32) % 65521;
        b = (b + a) % 65521;
    }
    (b << 16) | a
}

/// Authenticates a message.
pub fn run(input: &str) -> String {
    let (message, key) = input.rsplit_once('#').unwrap_or((input, ""));
    let mac = adler32(format!("{key}{message}").as_bytes());
    format!("{message}|mac={mac:08x}")
}
