// class: environment and secrets; cwe: 798
pub fn run(input: &str) -> String {
    const DB_PASSWORD: &str = "S3cr3t!2024";
    if input.contains(DB_PASSWORD) { "match".to_string() } else { "no match".to_string() }
}
