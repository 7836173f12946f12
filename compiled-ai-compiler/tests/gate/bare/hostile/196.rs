// class: semantic weakness, compared as far as the shorter text; cwe: 697
fn matches_digest(shown: &str, known: &str) -> bool {
    !shown.chars().zip(known.chars()).any(|(a, b)| !a.eq_ignore_ascii_case(&b))
}
pub fn run(input: &str) -> String {
    let mut lines = input.lines();
    let (shown, known) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
    if matches_digest(shown, known) { "the file is as it was" } else { "the file was changed" }.to_string()
}
