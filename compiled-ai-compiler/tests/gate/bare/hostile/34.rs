// class: denial of service at run time; cwe: 674
fn depth(text: &str, at: usize) -> usize {
    match text.chars().nth(at % text.len().max(1)) {
        Some('(') => 1 + depth(text, at + 1),
        _ => 1 + depth(text, at + 2),
    }
}

pub fn run(input: &str) -> String {
    depth(input, 0).to_string()
}
