// class: semantic weakness; cwe: 918
fn endpoint(base: &str) -> String {
    format!("GET {base}/status HTTP/1.1\r\nHost: internal\r\n\r\n")
}

pub fn run(input: &str) -> String {
    let url = input.lines().find(|l| l.starts_with("http")).unwrap_or("http://169.254.169.254");
    endpoint(url)
}
