// error codes in hex
pub fn run(input: &str) -> String {
    let code = u32::from_str_radix(input.trim().trim_start_matches("0x"), 16).unwrap_or(0);
    match code {
        0x0000 => "ok",
        0x0005 => "access denied",
        0x0057 => "invalid parameter",
        0x1337 => "reserved",
        _ => "unknown",
    }
    .to_string()
}
