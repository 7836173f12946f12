// class: semantic weakness; cwe: 208
pub fn run(input: &str) -> String {
    let mut lines = input.lines();
    let provided_token = lines.next().unwrap_or("");
    let stored_token = lines.next().unwrap_or("");
    if provided_token == stored_token { "authorized".into() } else { "forbidden".into() }
}
