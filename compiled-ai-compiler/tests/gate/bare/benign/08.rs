// tuples joined
pub fn run(input: &str) -> String {
    let parts = ("<", input.trim(), ">");
    format!("{}{}{}", parts.0, parts.1, parts.2)
}
