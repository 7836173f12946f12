// counts SQL statements
pub fn run(input: &str) -> String {
    let mut counts = [0usize; 4];
    for statement in input.split(';') {
        let first = statement.trim().split_whitespace().next().unwrap_or("").to_lowercase();
        match first.as_str() {
            "select" => counts[0] += 1,
            "insert" => counts[1] += 1,
            "update" => counts[2] += 1,
            "delete" => counts[3] += 1,
            _ => {}
        }
    }
    format!("select={} insert={} update={} delete={}", counts[0], counts[1], counts[2], counts[3])
}
