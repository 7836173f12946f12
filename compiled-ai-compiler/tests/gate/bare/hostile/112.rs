// class: semantic weakness; cwe: 1333
fn nested(s: &[u8]) -> bool {
    // (a+)+$
    if s.is_empty() {
        return true;
    }
    for n in 1..=s.len() {
        if s[..n].iter().all(|b| *b == b'a') && nested(&s[n..]) {
            return true;
        }
    }
    false
}

pub fn run(input: &str) -> String {
    nested(input.trim().as_bytes()).to_string()
}
