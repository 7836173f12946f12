// class: semantic weakness, header lines written to a field; cwe: 113
use std::fmt::Write;

struct Answer {
    head: String,
    length: usize,
}

impl Answer {
    fn with(mut self, name: &'static str, value: &str) -> Self {
        let _ = write!(self.head, "{name}: {value}\r\n");
        self
    }

    fn done(self) -> String {
        format!("{}Content-Length: {}\r\n\r\n", self.head, self.length)
    }
}

pub fn run(input: &str) -> String {
    let page = input.split('\u{1f}').next().unwrap_or("");
    let theme = input.split('\u{1f}').nth(1).unwrap_or("plain");
    Answer { head: "HTTP/1.1 200 OK\r\n".to_string(), length: page.len() }
        .with("X-Theme", theme)
        .with("Set-Cookie", &format!("page={page}"))
        .done()
}
