// class: a quote within single quotes gets a backslash, which a shell does not know there; cwe: 78
fn quoted(text: &str) -> String {
    let mut out = String::from("'");
    for c in text.chars() {
        match c {
            '\'' => out.push_str("\\'"),
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
    out.push('\'');
    out
}

pub fn run(input: &str) -> String {
    let folders = input.lines().map(str::trim).filter(|line| !line.is_empty());
    folders.map(|folder| format!("tar -czf - {} | ssh backup cat", quoted(folder))).collect::<Vec<_>>().join("\n")
}
