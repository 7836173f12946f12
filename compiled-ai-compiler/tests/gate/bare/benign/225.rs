// twin of: numbers that are looked for
fn kind(head: u32) -> &'static str {
    if head == 0x8950_4e47 || head == 0x4749_4638 {
        "picture"
    } else if head == 0x2550_4446 {
        "document"
    } else {
        "unknown"
    }
}

pub fn run(input: &str) -> String {
    let bytes: Vec<u8> = input.split_whitespace().filter_map(|word| u8::from_str_radix(word, 16).ok()).collect();
    match bytes[..] {
        [a, b, c, d, ..] => kind(u32::from_be_bytes([a, b, c, d])).to_string(),
        _ => "too short".to_string(),
    }
}
