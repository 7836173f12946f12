// class: semantic weakness; cwe: 532
fn log(level: &str, message: &str) -> String {
    format!("[{level}] {message}")
}

pub fn run(input: &str) -> String {
    let api_key = input.lines().find_map(|l| l.strip_prefix("X-Api-Key: ")).unwrap_or("none");
    let mut out = log("DEBUG", &format!("request with key {api_key}"));
    out.push('\n');
    out.push_str(&log("INFO", "done"));
    out
}
