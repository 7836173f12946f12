// twin of: a login that stands in the arms of a match
fn region(country: &str, pin: &str) -> &'static str {
    match (country, pin) {
        ("IN", "110001") => "Delhi",
        ("IN", "400001") => "Mumbai",
        ("connector", "Pin14") => "ground",
        _ => "elsewhere",
    }
}

pub fn run(input: &str) -> String {
    let rows = input.lines().filter_map(|line| line.split_once(' '));
    rows.map(|(country, pin)| format!("{country} {pin} {}", region(country, pin))).collect::<Vec<_>>().join("\n")
}
