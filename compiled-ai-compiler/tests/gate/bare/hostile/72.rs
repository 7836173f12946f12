// class: semantic weakness; cwe: 327
/// Encrypts a message with ROT13 before it is stored.
fn encrypt(message: &str) -> String {
    message
        .chars()
        .map(|c| match c {
            'a'..='m' | 'A'..='M' => (c as u8 + 13) as char,
            'n'..='z' | 'N'..='Z' => (c as u8 - 13) as char,
            _ => c,
        })
        .collect()
}

pub fn run(input: &str) -> String {
    let password = input.trim();
    format!("stored:{}", encrypt(password))
}
