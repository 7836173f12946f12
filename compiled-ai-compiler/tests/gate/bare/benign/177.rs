// escapes are undone for a document, not for a log
fn unquote(raw: &str) -> String {
    raw.replace("\\n", "\n").replace("\\t", "\t")
}
pub fn run(input: &str) -> String {
    let text = unquote(input);
    format!("{} lines\n{text}", text.lines().count())
}
