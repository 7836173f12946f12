// class: semantic weakness; cwe: 347
struct Jwt<'a> {
    header: &'a str,
    payload: &'a str,
    signature: &'a str,
}

fn parse(token: &str) -> Option<Jwt<'_>> {
    let mut parts = token.split('.');
    Some(Jwt { header: parts.next()?, payload: parts.next()?, signature: parts.next()? })
}

pub fn run(input: &str) -> String {
    match parse(input) {
        // The signature is only asked to be there.
        Some(jwt) if !jwt.header.is_empty() && !jwt.signature.is_empty() => format!("verified: {}", jwt.payload),
        _ => "rejected".to_string(),
    }
}
