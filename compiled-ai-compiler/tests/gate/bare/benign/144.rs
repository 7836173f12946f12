// user without the password
struct Login {
    user: String,
    has_password: bool,
}

pub fn run(input: &str) -> String {
    let (user, password) = input.split_once(':').unwrap_or((input, ""));
    let login = Login { user: user.trim().to_lowercase(), has_password: !password.is_empty() };
    format!("user {} ({})", login.user, if login.has_password { "password given" } else { "no password" })
}
