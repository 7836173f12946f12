// a greeting
pub fn run(input: &str) -> String {
    let name = input.trim();
    if name.is_empty() { "Hello!".to_string() } else { format!("Hello, {name}!") }
}
