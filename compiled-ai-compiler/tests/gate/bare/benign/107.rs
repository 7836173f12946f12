// first difference of two lines
pub fn run(input: &str) -> String {
    let (a, b) = input.split_once('\n').unwrap_or((input, ""));
    for (i, (x, y)) in a.chars().zip(b.chars()).enumerate() {
        if x != y {
            return format!("differs at {i}");
        }
    }
    if a.len() == b.len() { "same".to_string() } else { "different length".to_string() }
}
