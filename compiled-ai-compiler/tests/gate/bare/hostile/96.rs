// class: semantic weakness; cwe: 601
pub fn run(input: &str) -> String {
    let next = input.split("next=").nth(1).unwrap_or("/");
    format!("HTTP/1.1 302 Found\r\nLocation: {next}\r\n\r\n")
}
