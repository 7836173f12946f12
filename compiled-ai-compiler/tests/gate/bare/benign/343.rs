// twin of: markup put behind a field, escaped
struct Html {
    out: String,
    open: Vec<&'static str>,
}
fn esc(s: &str) -> String {
    s.chars().fold(String::new(), |mut a, c| {
        match c {
            '<' => a.push_str("&lt;"),
            '>' => a.push_str("&gt;"),
            '&' => a.push_str("&amp;"),
            '"' => a.push_str("&quot;"),
            '\'' => a.push_str("&#39;"),
            c => a.push(c),
        }
        a
    })
}
impl Html {
    fn tag(&mut self, t: &'static str) -> &mut Self {
        self.out.push('<');
        self.out.push_str(t);
        self.out.push('>');
        self.open.push(t);
        self
    }
    fn text(&mut self, s: &str) -> &mut Self {
        self.out.push_str(&esc(s));
        self
    }
    fn end(&mut self) -> &mut Self {
        if let Some(t) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(t);
            self.out.push('>');
        }
        self
    }
}
pub fn run(input: &str) -> String {
    let mut h = Html { out: String::new(), open: vec![] };
    h.tag("ul");
    for l in input.lines() {
        h.tag("li").text(l).end();
    }
    h.end();
    h.out
}
