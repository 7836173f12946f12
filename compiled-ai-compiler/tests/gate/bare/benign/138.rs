// finds select statements in a log
pub fn run(input: &str) -> String {
    let slow: Vec<&str> = input
        .lines()
        .filter(|line| line.to_lowercase().contains("select"))
        .filter(|line| line.rsplit(' ').next().and_then(|ms| ms.trim_end_matches("ms").parse::<u32>().ok()).unwrap_or(0) > 100)
        .collect();
    format!("{} slow queries", slow.len())
}
