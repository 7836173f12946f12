// class: semantic weakness; cwe: 643
pub fn run(input: &str) -> String {
    let (user, pass) = input.split_once(':').unwrap_or((input, ""));
    format!("//users/user[username/text()='{user}' and password/text()='{pass}']/role/text()")
}
