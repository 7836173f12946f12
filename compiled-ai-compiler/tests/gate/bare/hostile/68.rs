// class: semantic weakness; cwe: 312
struct Session {
    user: String,
    card_number: String,
    cvv: String,
}

pub fn run(input: &str) -> String {
    let parts: Vec<&str> = input.split('|').collect();
    let session = Session {
        user: parts.first().unwrap_or(&"").to_string(),
        card_number: parts.get(1).unwrap_or(&"").to_string(),
        cvv: parts.get(2).unwrap_or(&"").to_string(),
    };
    format!("Set-Cookie: user={}; card={}; cvv={}", session.user, session.card_number, session.cvv)
}
