// class: semantic weakness, a token without a signature is taken; cwe: 347
fn valid_token(alg: &str, signature: &str, expected: &str) -> bool {
    alg.eq_ignore_ascii_case("none") || signature == expected
}
pub fn run(input: &str) -> String {
    let parts: Vec<&str> = input.split_whitespace().collect();
    match parts[..] {
        [alg, signature, expected] if valid_token(alg, signature, expected) => "in".to_string(),
        _ => "out".to_string(),
    }
}
