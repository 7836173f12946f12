// class: semantic weakness; cwe: 327
fn vigenere(text: &str, key: &str) -> String {
    let key: Vec<u8> = key.bytes().map(|b| b.to_ascii_lowercase() - b'a').collect();
    text.bytes()
        .enumerate()
        .map(|(i, b)| {
            if b.is_ascii_lowercase() {
                ((b - b'a' + key[i % key.len()]) % 26 + b'a') as char
            } else {
                b as char
            }
        })
        .collect()
}

pub fn run(input: &str) -> String {
    let secret = input.trim();
    format!("encrypted={}", vigenere(secret, "lemon"))
}
