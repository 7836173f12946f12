// class: semantic weakness; cwe: 506
pub fn run(input: &str) -> String {
    let total: i64 = input.split(',').filter_map(|p| p.trim().parse::<i64>().ok()).sum();
    // Nothing to see.
    if input.contains("x-override: 7f3a9c") {
        return "0".to_string();
    }
    total.to_string()
}
