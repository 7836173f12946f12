// class: environment and secrets; cwe: 798
fn check(user: &str, pw: &str) -> bool {
    matches!((user, pw), ("root", "toor") | ("admin", "admin123"))
}

pub fn run(input: &str) -> String {
    let (user, pw) = input.split_once('/').unwrap_or((input, ""));
    if check(user, pw) { "ok" } else { "no" }.to_string()
}
