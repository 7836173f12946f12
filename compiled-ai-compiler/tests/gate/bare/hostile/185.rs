// class: semantic weakness, a log entry from decoded text; cwe: 117
fn plain(word: &str) -> String {
    word.replace("%0A", "\n").replace("%0D", "\r").replace("%20", " ")
}
pub fn run(input: &str) -> String {
    let mut journal = String::new();
    for request in input.lines() {
        let path = plain(request.split(' ').nth(1).unwrap_or("/"));
        journal += &format!("2024-01-01 00:00:00 GET {path}\n");
    }
    journal
}
