// class: semantic weakness; cwe: 328
fn digest(text: &str) -> u32 {
    text.bytes().fold(5381u32, |h, b| h.wrapping_mul(33) ^ u32::from(b))
}

pub fn run(input: &str) -> String {
    // Signs the request.
    let (body, secret) = input.rsplit_once('\n').unwrap_or((input, ""));
    let signature = digest(&format!("{secret}{body}"));
    format!("{body}\nX-Signature: {signature:08x}")
}
