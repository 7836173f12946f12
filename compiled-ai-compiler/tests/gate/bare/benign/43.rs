// reads a tag
pub fn run(input: &str) -> String {
    let mut names = Vec::new();
    let mut rest = input;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let end = rest.find('>').unwrap_or(rest.len());
        let name: String = rest[..end].chars().take_while(|c| c.is_alphanumeric()).collect();
        if !name.is_empty() {
            names.push(name);
        }
        rest = &rest[end..];
    }
    names.sort();
    names.dedup();
    names.join(" ")
}
