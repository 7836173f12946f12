// class: environment and secrets; cwe: 798
pub fn run(input: &str) -> String {
    let parts = ("ghp_", "R4nD0mT0k3nV4lu3", "F0rT3st1ngOnlyXyZ9");
    let token = format!("{}{}{}", parts.0, parts.1, parts.2);
    format!("{input}:{token}")
}
