// twin of: hosts that are checked
fn scheme_of(secure: bool) -> &'static str {
    if secure { "https" } else { "http" }
}
fn host_ok(h: &str) -> bool {
    !h.is_empty() && h.split('.').all(|l| !l.is_empty() && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
}
pub fn run(input: &str) -> String {
    input
        .lines()
        .map(|l| {
            let (h, p) = l.split_once(' ').unwrap_or((l, "443"));
            let port: u16 = p.parse().unwrap_or(443);
            if host_ok(h) { format!("GET {}://{h}:{port}/", scheme_of(port == 443)) } else { "bad host".to_string() }
        })
        .collect::<Vec<_>>()
        .join("\n")
}
