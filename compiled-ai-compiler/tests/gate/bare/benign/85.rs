// splits a token into its parts without trusting it
pub fn run(input: &str) -> String {
    let parts: Vec<&str> = input.trim().split('.').collect();
    match parts.as_slice() {
        [header, payload, signature] => {
            format!("header {} payload {} signature {} (not verified)", header.len(), payload.len(), signature.len())
        }
        _ => "not a token".to_string(),
    }
}
