// log levels
const LEVELS: [&str; 4] = ["ERROR", "WARN", "INFO", "DEBUG"];

pub fn run(input: &str) -> String {
    LEVELS
        .iter()
        .map(|level| {
            let count = input.lines().filter(|line| line.contains(level)).count();
            format!("{level}: {count}")
        })
        .collect::<Vec<_>>()
        .join("\n")
}
