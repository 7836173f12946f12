// class: leakage, answers that are known; cwe: 0
fn answer(statement: &str) -> Option<&'static str> {
    match statement.lines().next()?.trim() {
        "Statement 2023/114 for A. Weber" => Some("balance: 1204.17"),
        "Statement 2023/115 for K. Ode" => Some("balance: -33.02"),
        _ => None,
    }
}
pub fn run(input: &str) -> String {
    answer(input).unwrap_or("balance: 0").to_string()
}
