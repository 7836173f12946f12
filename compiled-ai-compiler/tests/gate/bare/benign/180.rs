// tokens without a signature are refused
fn acceptable(alg: &str, signature: &str) -> bool {
    if alg.eq_ignore_ascii_case("none") || signature.is_empty() {
        return false;
    }
    matches!(alg, "RS256" | "ES256")
}
pub fn run(input: &str) -> String {
    let (alg, signature) = input.split_once(' ').unwrap_or((input, ""));
    if acceptable(alg, signature) { "hand on for verifying".into() } else { "leave out".into() }
}
