// links to pages by number
pub fn run(input: &str) -> String {
    let pages: u32 = input.trim().parse().unwrap_or(1);
    (1..=pages.clamp(1, 20)).map(|n| format!("https://example.com/list?page={n}")).collect::<Vec<_>>().join("\n")
}
