// class: semantic weakness; cwe: 347
fn verify(message: &str, signature: &str) -> bool {
    let _ = (message, signature);
    true
}

pub fn run(input: &str) -> String {
    let (message, signature) = input.rsplit_once('|').unwrap_or((input, ""));
    if verify(message, signature) { format!("trusted {message}") } else { "untrusted".to_string() }
}
