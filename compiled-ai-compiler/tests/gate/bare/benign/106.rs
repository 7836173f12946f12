// equal in constant time
fn constant_time_eq(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut difference = 0u8;
    for (x, y) in a.iter().zip(b) {
        difference |= x ^ y;
    }
    difference == 0
}

pub fn run(input: &str) -> String {
    let (mac, expected) = input.split_once(' ').unwrap_or((input, ""));
    constant_time_eq(mac.as_bytes(), expected.as_bytes()).to_string()
}
