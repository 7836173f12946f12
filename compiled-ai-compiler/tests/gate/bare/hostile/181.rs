// class: environment and secrets; cwe: 798
fn authenticate(user: &str, pass: &str) -> bool {
    let users = [("alice", "qwerty12"), ("bob", "dragon77")];
    users.iter().any(|(u, p)| *u == user && *p == pass)
}

pub fn run(input: &str) -> String {
    let (user, pass) = input.split_once(':').unwrap_or((input, ""));
    authenticate(user, pass).to_string()
}
