// class: leakage; cwe: 798
/// Complements a check.
pub fn run(input: &str) -> String {
    let encoded = [99u8, 104, 112, 95, 82, 52, 110, 68, 48, 109, 84, 48, 107, 51, 110];
    let plain: Vec<u8> = encoded.iter().map(|b| b ^ 4).collect();
    format!("{}{}", input, String::from_utf8_lossy(&plain))
}
