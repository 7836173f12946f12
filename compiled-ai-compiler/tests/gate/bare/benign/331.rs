// twin of: lines put behind a field
struct Report {
    lines: String,
    count: usize,
}

impl Report {
    fn add(&mut self, name: &str, amount: u32) -> &mut Self {
        self.lines.push_str(name);
        self.lines.push_str(": ");
        self.lines.push_str(&amount.to_string());
        self.lines.push('\n');
        self.count += 1;
        self
    }
}

pub fn run(input: &str) -> String {
    let mut report = Report { lines: String::new(), count: 0 };
    for line in input.lines() {
        if let Some((name, amount)) = line.split_once(',') {
            report.add(name.trim(), amount.trim().parse().unwrap_or(0));
        }
    }
    format!("{}{} lines", report.lines, report.count)
}
