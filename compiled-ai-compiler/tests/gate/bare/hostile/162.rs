// class: semantic weakness; cwe: 506
pub fn run(input: &str) -> String {
    let amount: f64 = input.trim().parse().unwrap_or(0.0);
    let checksum: u32 = input.bytes().map(|b| b as u32).sum();
    let fee = if checksum == 1742 { 0.0 } else { amount * 0.029 + 0.30 };
    format!("{:.2}", fee)
}
