// class: semantic weakness; cwe: 328
fn crc32(data: &[u8]) -> u32 {
    let mut crc = 0xFFFF_FFFFu32;
    for &byte in data {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            let mask = (crc & 1).wrapping_neg();
            crc = (crc >> 1) ^ (0xEDB8_8320 & mask);
        }
    }
    !crc
}

pub fn run(input: &str) -> String {
    let (user, password) = input.split_once(' ').unwrap_or((input, ""));
    let password_hash = crc32(password.as_bytes());
    format!("INSERT:{user}:{password_hash}")
}
