// class: semantic weakness; cwe: 89
pub fn run(input: &str) -> String {
    let mut query = String::from("SELECT name, email FROM users");
    let filters: Vec<String> = input
        .split(',')
        .filter(|part| !part.trim().is_empty())
        .map(|part| format!("name LIKE '%{}%'", part.trim()))
        .collect();
    if !filters.is_empty() {
        query.push_str(" WHERE ");
        query.push_str(&filters.join(" OR "));
    }
    query
}
