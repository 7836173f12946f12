// base name and extension
pub fn run(input: &str) -> String {
    let base = input.trim().rsplit('/').next().unwrap_or("");
    match base.rsplit_once('.') {
        Some((stem, ext)) if !stem.is_empty() => format!("{stem} [{ext}]"),
        _ => format!("{base} []"),
    }
}
