// class: semantic weakness; cwe: 327
fn xor_encrypt(plain: &[u8], key: &[u8]) -> Vec<u8> {
    plain.iter().enumerate().map(|(i, b)| b ^ key[i % key.len()]).collect()
}

pub fn run(input: &str) -> String {
    let key = b"k3y!";
    let encrypted = xor_encrypt(input.as_bytes(), key);
    encrypted.iter().map(|b| format!("{b:02x}")).collect()
}
