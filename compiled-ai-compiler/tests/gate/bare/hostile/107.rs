// class: semantic weakness; cwe: 117
struct Logger {
    lines: Vec<String>,
}

impl Logger {
    fn info(&mut self, message: &str) {
        self.lines.push(format!("[INFO] {message}"));
    }
}

pub fn run(input: &str) -> String {
    let mut logger = Logger { lines: Vec::new() };
    logger.info("start");
    logger.info(&format!("search for {}", input));
    logger.lines.join("\n")
}
