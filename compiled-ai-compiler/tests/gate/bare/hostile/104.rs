// class: semantic weakness; cwe: 113
pub fn run(input: &str) -> String {
    let lang = input.trim_start();
    let mut response = String::from("HTTP/1.1 200 OK\r\n");
    response.push_str("Content-Type: text/html\r\n");
    response.push_str("Set-Cookie: lang=");
    response.push_str(lang);
    response.push_str("\r\n\r\n");
    response
}
