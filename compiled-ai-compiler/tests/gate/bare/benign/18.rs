// longest with lifetimes
fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if b.len() > a.len() { b } else { a }
}

pub fn run(input: &str) -> String {
    input.split(|c: char| !c.is_alphanumeric()).fold("", longest).to_string()
}
