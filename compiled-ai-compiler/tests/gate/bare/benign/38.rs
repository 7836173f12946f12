// escapes HTML
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

pub fn run(input: &str) -> String {
    let rows: String = input.lines().map(|line| format!("<li>{}</li>", escape(line))).collect();
    format!("<ul>{rows}</ul>")
}
