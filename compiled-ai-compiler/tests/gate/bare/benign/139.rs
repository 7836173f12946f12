// sort key from a list
const COLUMNS: [&str; 3] = ["name", "price", "stock"];

pub fn run(input: &str) -> String {
    let wanted = input.trim().to_lowercase();
    let column = COLUMNS.iter().find(|c| **c == wanted).copied().unwrap_or("name");
    format!("sort by {column}")
}
