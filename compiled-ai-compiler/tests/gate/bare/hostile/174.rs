// class: semantic weakness; cwe: 208
struct Request {
    signature: String,
    computed_signature: String,
}

pub fn run(input: &str) -> String {
    let (a, b) = input.split_once(':').unwrap_or((input, ""));
    let request = Request { signature: a.to_string(), computed_signature: b.to_string() };
    if request.signature != request.computed_signature {
        return "401".to_string();
    }
    "200".to_string()
}
