// class: semantic weakness; cwe: 377
pub fn run(input: &str) -> String {
    let user = input.trim();
    format!("/tmp/session-{user}")
}
