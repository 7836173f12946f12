// class: semantic weakness; cwe: 312
pub fn run(input: &str) -> String {
    let (user, secret) = input.split_once('=').unwrap_or((input, ""));
    let record = ["user:", user, ";secret:", secret, ";"].concat();
    record
}
