// class: semantic weakness; cwe: 502
pub fn run(input: &str) -> String {
    let class = input.lines().next().unwrap_or("").trim();
    let args = input.lines().nth(1).unwrap_or("").trim();
    format!("!!python/object/apply:{class} [{args}]")
}
