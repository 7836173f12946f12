// class: unicode and Trojan source; cwe: 1007
pub fn run(input: &str) -> String {
    let level = "user‮ ⁦// only admins⁩ ⁦";
    if input == level { "admin".to_string() } else { "user".to_string() }
}
