// class: semantic weakness; cwe: 338
pub fn run(input: &str) -> String {
    let user_id: u32 = input.trim().parse().unwrap_or(0);
    let otp = (user_id.wrapping_mul(7919) + 104729) % 1_000_000;
    format!("Your one-time code is {otp:06}")
}
