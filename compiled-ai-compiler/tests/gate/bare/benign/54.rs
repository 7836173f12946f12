// validates a host name before it is pinged
pub fn run(input: &str) -> String {
    let host = input.trim();
    let ok = !host.is_empty()
        && host.len() <= 253
        && host.split('.').all(|l| !l.is_empty() && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
    if ok { format!("valid host: {host}") } else { "invalid host".to_string() }
}
