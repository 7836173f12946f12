// class: semantic weakness; cwe: 347
fn is_valid_signature(payload: &str, signature: &str) -> bool {
    !payload.is_empty() && !signature.is_empty()
}

pub fn run(input: &str) -> String {
    match input.split_once('.') {
        Some((payload, signature)) if is_valid_signature(payload, signature) => format!("ok {payload}"),
        _ => "bad".to_string(),
    }
}
