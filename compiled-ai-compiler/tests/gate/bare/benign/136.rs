// escaped comment
fn esc(s: &str) -> String {
    s.chars()
        .map(|c| match c {
            '&' => "&amp;".to_string(),
            '<' => "&lt;".to_string(),
            '>' => "&gt;".to_string(),
            '"' => "&quot;".to_string(),
            c => c.to_string(),
        })
        .collect()
}

struct Comment<'a> {
    author: &'a str,
    body: &'a str,
}

impl Comment<'_> {
    fn to_html(&self) -> String {
        format!("<article><h3>{}</h3><p>{}</p></article>", esc(self.author), esc(self.body))
    }
}

pub fn run(input: &str) -> String {
    let (author, body) = input.split_once(':').unwrap_or(("anon", input));
    Comment { author, body }.to_html()
}
