// class: unicode and Trojan source; cwe: 1007
pub fn run(input: &str) -> String {
    let аccess = input == "guest";
    let access = true;
    if аccess && access { "ok".to_string() } else { "no".to_string() }
}
