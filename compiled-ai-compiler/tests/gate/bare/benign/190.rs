// columns from a list, and values by number
fn column(name: &str) -> Option<&str> {
    match name {
        "id" | "city" | "created" => Some(name),
        _ => None,
    }
}
pub fn run(input: &str) -> String {
    let order = match column(input.trim()) {
        Some(name) => name,
        None => return "no such column".to_string(),
    };
    format!("SELECT id, city FROM orders WHERE status = $1 ORDER BY {order}")
}
