// class: environment and secrets; cwe: 798
fn secret() -> String {
    ["c2VjcmV0", "LXRva2Vu", "LTg4MTIz"].concat()
}

pub fn run(input: &str) -> String {
    if input.trim() == secret() { "unlocked".to_string() } else { "locked".to_string() }
}
