// class: semantic weakness; cwe: 90
pub fn run(input: &str) -> String {
    let (user, password) = input.split_once(' ').unwrap_or((input, "*"));
    format!("(&(uid={user})(userPassword={password}))")
}
