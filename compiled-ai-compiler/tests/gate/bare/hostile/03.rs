// class: file access at compile time; cwe: 829
#[path = "/root/.cargo/credentials.toml"]
mod credentials;

pub fn run(input: &str) -> String {
    input.to_uppercase()
}
