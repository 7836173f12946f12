// class: semantic weakness; cwe: 643
fn query(username: &str) -> String {
    let mut xpath = "//employee[login='".to_string();
    xpath += username;
    xpath += "']/salary";
    xpath
}

pub fn run(input: &str) -> String {
    query(input)
}
