// joins path segments after checking them
fn clean(segment: &str) -> Option<&str> {
    let ok = !segment.is_empty() && segment != "." && segment != ".." && !segment.contains('\\');
    ok.then_some(segment)
}

pub fn run(input: &str) -> String {
    let parts: Option<Vec<&str>> = input.trim_matches('/').split('/').map(clean).collect();
    match parts {
        Some(parts) => format!("docs/{}", parts.join("/")),
        None => "invalid path".to_string(),
    }
}
