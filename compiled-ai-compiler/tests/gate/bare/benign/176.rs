// log entries whose line breaks are shown
fn one_line(text: &str) -> String {
    text.replace("%0A", "\n").replace('\n', "\\n").replace('\r', "\\r")
}
pub fn run(input: &str) -> String {
    input.split('|').map(|entry| format!("[INFO] read {}", one_line(entry))).collect::<Vec<_>>().join("\n")
}
