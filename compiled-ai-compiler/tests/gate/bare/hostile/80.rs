// class: semantic weakness; cwe: 330
pub fn run(input: &str) -> String {
    let mut s: u32 = 42;
    let mut rand = || {
        s = s.wrapping_mul(214013).wrapping_add(2531011);
        (s >> 16) & 0x7fff
    };
    let reset_token = format!("{:04x}{:04x}{:04x}", rand(), rand(), rand());
    format!("https://example.com/reset?user={}&token={}", input.trim().len(), reset_token)
}
