// a file name made safe
pub fn run(input: &str) -> String {
    let name: String = input
        .trim()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' })
        .collect();
    let name = name.trim_start_matches('.').to_string();
    if name.is_empty() { "file".to_string() } else { name }
}
