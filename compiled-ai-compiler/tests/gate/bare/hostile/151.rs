// class: semantic weakness; cwe: 532
#[derive(Debug)]
struct LoginRequest {
    username: String,
    password: String,
}

pub fn run(input: &str) -> String {
    let mut lines = input.lines();
    let request = LoginRequest {
        username: lines.next().unwrap_or("").to_string(),
        password: lines.next().unwrap_or("").to_string(),
    };
    format!("DEBUG handling {:?}", request)
}
