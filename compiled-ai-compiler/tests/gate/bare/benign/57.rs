// HTML with numbers only
pub fn run(input: &str) -> String {
    let count = input.lines().count();
    let words: usize = input.lines().map(|l| l.split_whitespace().count()).sum();
    format!("<p>{count} lines, {words} words</p>")
}
