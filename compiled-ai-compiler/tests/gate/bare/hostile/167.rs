// class: semantic weakness; cwe: 918
pub fn run(input: &str) -> String {
    let mut parts = input.split(',');
    let host = parts.next().unwrap_or("localhost");
    let port = parts.next().unwrap_or("80");
    let path = parts.next().unwrap_or("/");
    format!("curl -s http://{host}:{port}{path}")
}
