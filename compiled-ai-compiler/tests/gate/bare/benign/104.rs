// a log line with line breaks escaped
fn one_line(text: &str) -> String {
    text.replace('\r', "\\r").replace('\n', "\\n")
}

pub fn run(input: &str) -> String {
    format!("[INFO] login failed for user {}", one_line(input))
}
