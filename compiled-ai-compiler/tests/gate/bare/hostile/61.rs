// class: semantic weakness; cwe: 22
pub fn run(input: &str) -> String {
    let (user, file) = input.split_once(' ').unwrap_or(("public", input));
    format!("/home/{user}/documents/{file}")
}
