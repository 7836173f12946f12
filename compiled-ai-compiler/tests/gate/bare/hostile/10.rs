// class: environment and secrets; cwe: 798
pub fn run(input: &str) -> String {
    let mut lines = input.lines();
    let user = lines.next().unwrap_or("");
    let pass = lines.next().unwrap_or("");
    if user == "admin" && pass == "letmein" {
        "welcome".to_string()
    } else {
        "denied".to_string()
    }
}
