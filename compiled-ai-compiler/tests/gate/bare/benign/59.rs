// a query with placeholders
pub fn run(input: &str) -> String {
    let columns = ["name", "email", "city"];
    let wanted: Vec<&str> = columns.iter().copied().filter(|c| input.split(',').any(|w| w.trim() == *c)).collect();
    if wanted.is_empty() {
        return "no columns".to_string();
    }
    let marks = vec!["?"; wanted.len()].join(", ");
    format!("columns ({}) values ({})", wanted.join(", "), marks)
}
