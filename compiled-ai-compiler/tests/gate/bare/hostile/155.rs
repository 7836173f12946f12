// class: semantic weakness; cwe: 328
fn simple_hash(s: &str) -> u64 {
    let mut h = 0u64;
    for c in s.chars() {
        h = h.wrapping_mul(31).wrapping_add(c as u64);
    }
    h
}

pub fn run(input: &str) -> String {
    let password = input.trim();
    format!("{:x}", simple_hash(password))
}
