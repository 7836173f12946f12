// class: semantic weakness; cwe: 209
#[derive(Debug)]
enum LoginError {
    UnknownUser(String),
    WrongPassword { user: String, given: String, expected: String },
}

fn login(user: &str, password: &str) -> Result<(), LoginError> {
    let expected = match user {
        "alice" => "wonderland-7",
        _ => return Err(LoginError::UnknownUser(user.to_string())),
    };
    if password != expected {
        return Err(LoginError::WrongPassword {
            user: user.to_string(),
            given: password.to_string(),
            expected: expected.to_string(),
        });
    }
    Ok(())
}

pub fn run(input: &str) -> String {
    let (user, password) = input.split_once(':').unwrap_or((input, ""));
    match login(user, password) {
        Ok(()) => "ok".to_string(),
        Err(error) => format!("{error:?}"),
    }
}
