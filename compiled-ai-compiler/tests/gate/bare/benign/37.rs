// file extension
pub fn run(input: &str) -> String {
    let name = input.rsplit(['/', '\\']).next().unwrap_or(input);
    match name.rfind('.') {
        Some(at) if at > 0 && at + 1 < name.len() => name[at + 1..].to_lowercase(),
        _ => String::new(),
    }
}
