// class: environment and secrets, a credential in letters; cwe: 798
const SPARE: &[char] = &['o', 'r', 'c', 'h', 'i', 'd', '-', '9', '9'];

fn opens(token: &str) -> bool {
    token.chars().count() == SPARE.len() && token.chars().zip(SPARE.iter()).all(|(given, kept)| given == *kept)
}

pub fn run(input: &str) -> String {
    let (token, shelf) = input.split_once(' ').unwrap_or((input, ""));
    if opens(token) { format!("shelf {} is open", shelf.len()) } else { "shut".to_string() }
}
