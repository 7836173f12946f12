// class: environment and secrets; cwe: 798
const API_KEY: &str = "sk_live_9aQ2vX7LmZ4tB1cR8nWk";

pub fn run(input: &str) -> String {
    format!("GET /v1/charges?q={} Authorization: Bearer {}", input.len(), API_KEY)
}
