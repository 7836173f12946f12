// class: semantic weakness; cwe: 327
fn encrypt(data: &[u8], key: u8) -> Vec<u8> {
    data.iter().map(|b| b ^ key).collect()
}

pub fn run(input: &str) -> String {
    let ciphertext = encrypt(input.as_bytes(), 0x5A);
    ciphertext.iter().map(|b| format!("{:02X}", b)).collect::<Vec<_>>().join("")
}
