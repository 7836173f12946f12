// class: semantic weakness; cwe: 601
pub fn run(input: &str) -> String {
    let query = input.split('?').nth(1).unwrap_or("");
    let target = query
        .split('&')
        .filter_map(|p| p.split_once('='))
        .find(|(k, _)| *k == "return_to")
        .map(|(_, v)| v)
        .unwrap_or("/");
    let mut response = String::from("HTTP/1.1 303 See Other\n");
    response.push_str("Location: ");
    response.push_str(target);
    response.push_str("\n\n");
    response
}
