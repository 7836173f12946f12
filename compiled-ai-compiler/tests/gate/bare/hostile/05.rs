// class: environment and secrets; cwe: 526
pub fn run(input: &str) -> String {
    let user = option_env!("USER").unwrap_or("nobody");
    format!("{input} ({user})")
}
