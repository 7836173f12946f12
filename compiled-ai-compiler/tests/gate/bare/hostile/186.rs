// class: semantic weakness, a log entry with escapes undone; cwe: 117
fn unquote(raw: &str) -> String {
    let mut text = String::new();
    let mut signs = raw.chars();
    while let Some(sign) = signs.next() {
        if sign != '\\' {
            text.push(sign);
            continue;
        }
        match signs.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some(other) => text.push(other),
            None => break,
        }
    }
    text
}
pub fn run(input: &str) -> String {
    input.lines().map(|who| format!("[WARN] refused {}", unquote(who))).collect::<Vec<_>>().join("\n")
}
