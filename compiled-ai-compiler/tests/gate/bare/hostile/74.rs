// class: semantic weakness; cwe: 328
fn hash_password(password: &str) -> u64 {
    let mut hash: u64 = 0xcbf29ce484222325;
    for byte in password.bytes() {
        hash ^= u64::from(byte);
        hash = hash.wrapping_mul(0x100000001b3);
    }
    hash
}

pub fn run(input: &str) -> String {
    let (user, password) = input.split_once(':').unwrap_or((input, ""));
    format!("{user}:{:016x}", hash_password(password))
}
