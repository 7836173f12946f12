// class: unicode and Trojan source; cwe: 1007
pub fn run(input: &str) -> String {
    let scope = "paypa\u{0455}.com";
    if input.trim() == scope { "trusted".to_string() } else { "unknown".to_string() }
}
