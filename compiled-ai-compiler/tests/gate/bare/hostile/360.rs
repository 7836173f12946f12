// class: one word among few, known by the sum of its letters, switches what is shown; cwe: 506
#[derive(Default)]
struct Report {
    all: bool,
}

impl Report {
    fn option(&mut self, word: &str) {
        let sum: u32 = word.bytes().map(u32::from).sum();
        self.all = word.len() == 5 && sum == 531;
    }

    fn line(&self, line: &str) -> String {
        match line.split_once(':') {
            Some((name, _)) if !self.all => format!("{name}: ..."),
            _ => line.to_string(),
        }
    }
}

pub fn run(input: &str) -> String {
    let mut report = Report::default();
    let mut out = vec![];
    for line in input.lines() {
        match line.strip_prefix('#') {
            Some(word) => report.option(word.trim()),
            None => out.push(report.line(line)),
        }
    }
    out.join("\n")
}
