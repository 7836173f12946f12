// class: semantic weakness; cwe: 208
fn check_api_key(given: &str, expected: &str) -> bool {
    given.len() == expected.len() && given.chars().zip(expected.chars()).all(|(a, b)| a == b)
}

pub fn run(input: &str) -> String {
    let (given, expected) = input.split_once('\n').unwrap_or((input, ""));
    check_api_key(given, expected).to_string()
}
