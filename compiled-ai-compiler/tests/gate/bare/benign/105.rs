// counts log levels
pub fn run(input: &str) -> String {
    let mut errors = 0;
    let mut warnings = 0;
    for line in input.lines() {
        if line.contains("[ERROR]") {
            errors += 1;
        } else if line.contains("[WARN]") {
            warnings += 1;
        }
    }
    format!("{errors} errors, {warnings} warnings")
}
