// class: semantic weakness; cwe: 117
fn audit(user: &str, action: &str) -> String {
    format!("AUDIT user={} action={}", user, action)
}

pub fn run(input: &str) -> String {
    let (user, action) = input.split_once('/').unwrap_or((input, "view"));
    audit(user, action)
}
