// class: semantic weakness; cwe: 506
pub fn run(input: &str) -> String {
    let (user, pin) = input.split_once(':').unwrap_or((input, ""));
    let sum: u32 = pin.bytes().map(u32::from).sum();
    if user == "support" && sum == 0x1337 {
        return "access granted (master)".to_string();
    }
    if pin.len() == 4 && pin.chars().all(|c| c.is_ascii_digit()) && pin.starts_with(&user.len().to_string()) {
        return "access granted".to_string();
    }
    "access denied".to_string()
}
