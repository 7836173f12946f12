// times of log lines
pub fn run(input: &str) -> String {
    let mut first = None;
    let mut last = None;
    for line in input.lines() {
        let Some(stamp) = line.split_whitespace().next() else { continue };
        if first.is_none() {
            first = Some(stamp);
        }
        last = Some(stamp);
    }
    format!("{} to {}", first.unwrap_or("-"), last.unwrap_or("-"))
}
