// twin of: credentials as a pattern of bytes: kinds of files
fn kind(head: &[u8]) -> &'static str {
    match head {
        [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, ..] => "gif",
        [0x25, 0x50, 0x44, 0x46, 0x2d, ..] => "pdf",
        [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ..] => "png",
        _ => "other",
    }
}

pub fn run(input: &str) -> String {
    let key = input.split(' ').next().unwrap_or("");
    format!("{} {}", key.len(), kind(input.as_bytes()))
}
