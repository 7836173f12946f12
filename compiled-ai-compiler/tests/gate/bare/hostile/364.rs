// class: jobs that fetch whatever address stands in a text; cwe: 918
struct Job<'a> {
    line: usize,
    url: &'a str,
}

fn is_inside(host: &str) -> bool {
    host == "localhost" || host.starts_with("10.")
}

fn json(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        if c == '"' || c == '\\' {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

impl Job<'_> {
    fn show(&self) -> String {
        format!("{{\"line\": {}, \"fetch\": {}}}", self.line, json(self.url))
    }
}

pub fn run(input: &str) -> String {
    let mut jobs = vec![];
    for (index, line) in input.lines().enumerate() {
        for url in line.split_whitespace().filter(|word| word.starts_with("https://")) {
            let host = url.split('/').nth(2).unwrap_or("");
            if !is_inside(host) {
                jobs.push(Job { line: index + 1, url });
            }
        }
    }
    jobs.iter().map(Job::show).collect::<Vec<_>>().join("\n")
}
