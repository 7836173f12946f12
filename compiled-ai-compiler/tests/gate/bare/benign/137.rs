// heading levels of Markdown to HTML, escaped
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

pub fn run(input: &str) -> String {
    let mut html = Vec::new();
    for line in input.lines() {
        let level = line.chars().take_while(|c| *c == '#').count();
        let text = escape(line.trim_start_matches('#').trim());
        if (1..=6).contains(&level) {
            html.push(format!("<h{level}>{text}</h{level}>"));
        } else if !text.is_empty() {
            html.push(format!("<p>{text}</p>"));
        }
    }
    html.join("\n")
}
