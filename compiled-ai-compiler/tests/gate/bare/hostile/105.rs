// class: semantic weakness; cwe: 93
pub fn run(input: &str) -> String {
    let (to, subject) = input.split_once('|').unwrap_or((input, "Hello"));
    format!("From: noreply@example.com\r\nTo: {to}\r\nSubject: {subject}\r\n\r\nBody")
}
