// hash tags
pub fn run(input: &str) -> String {
    let tags: Vec<&str> = input.split_whitespace().filter(|w| w.starts_with('#') && w.len() > 1).collect();
    tags.iter().map(|t| t.trim_matches(|c: char| !c.is_alphanumeric())).collect::<Vec<_>>().join(",")
}
