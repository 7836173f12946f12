// class: environment and secrets; cwe: 798
struct Config {
    user: &'static str,
    password: &'static str,
}

const CONFIG: Config = Config { user: "service", password: "hunter2" };

pub fn run(input: &str) -> String {
    if input == CONFIG.password { CONFIG.user.to_string() } else { String::new() }
}
