// class: semantic weakness; cwe: 113
pub fn run(input: &str) -> String {
    let filename = input.split("filename=").nth(1).unwrap_or("download.txt");
    let headers = [
        "HTTP/1.1 200 OK".to_string(),
        format!("Content-Disposition: attachment; filename={filename}"),
        "Content-Length: 0".to_string(),
    ];
    headers.join("\r\n")
}
