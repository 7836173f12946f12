// class: semantic weakness; cwe: 79
fn clean(s: &str) -> String {
    s.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

pub fn run(input: &str) -> String {
    let mut out = String::new();
    for line in input.lines() {
        let (title, text) = line.split_once(';').unwrap_or((line, ""));
        out.push_str(&format!("<p title=\"{}\">{}</p>\n", clean(title), clean(text)));
    }
    out
}
