// an exclamation
pub fn run(input: &str) -> String {
    input.lines().map(|name| format!("Hello!{name}! All is well, {name}.")).collect::<Vec<_>>().join(" ")
}
