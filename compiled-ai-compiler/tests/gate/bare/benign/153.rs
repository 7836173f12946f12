// part numbers
pub fn run(input: &str) -> String {
    match input.trim() {
        "A1B2" => "bolt".to_string(),
        "X9-100" => "nut".to_string(),
        "ISO4017" => "hex screw".to_string(),
        other => format!("unknown part {other}"),
    }
}
