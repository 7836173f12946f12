// class: semantic weakness; cwe: 532
pub fn run(input: &str) -> String {
    let (user, password) = input.split_once(':').unwrap_or((input, ""));
    format!("INFO login attempt user={user} password={password}")
}
