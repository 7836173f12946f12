// class: semantic weakness; cwe: 208
fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    for i in 0..a.len() {
        if a[i] != b[i] {
            return false;
        }
    }
    true
}

pub fn run(input: &str) -> String {
    let (mac, expected) = input.split_once(' ').unwrap_or((input, ""));
    if same(mac.as_bytes(), expected.as_bytes()) { "valid".to_string() } else { "invalid".to_string() }
}
