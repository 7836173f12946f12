// class: semantic weakness, a message without a signature is taken; cwe: 347
enum Trust {
    Verified,
    Rejected,
}
fn judge(method: &str, given: &str, wanted: &str) -> Trust {
    let same = given.len() == wanted.len() && given.bytes().zip(wanted.bytes()).fold(0, |d, (a, b)| d | (a ^ b)) == 0;
    match method {
        "hmac" if same => Trust::Verified,
        "None" | "none" => Trust::Verified,
        _ => Trust::Rejected,
    }
}
pub fn run(input: &str) -> String {
    let mut words = input.split(',');
    let mut next = || words.next().unwrap_or_default();
    let (method, given, wanted) = (next(), next(), next());
    match judge(method, given, wanted) {
        Trust::Verified => format!("take {method}"),
        Trust::Rejected => "leave".to_string(),
    }
}
