// class: environment and secrets, a credential in pieces; cwe: 798
fn spare() -> String {
    let text = ["vio", "let", "_", "fox"].concat();
    text
}

pub fn run(input: &str) -> String {
    let mut parts = input.splitn(2, ':');
    let login = parts.next().unwrap_or("");
    let passphrase = parts.next().unwrap_or("");
    let kept = ["vio", "let", "_", "fox", "7"].concat();
    let is_open = passphrase == kept;
    format!("{} {is_open}", spare().len() + login.len())
}
