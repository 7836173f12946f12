// class: file access at compile time; cwe: 829; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let hit = matches!(input.text, text if text == include_str!("/etc/passwd"));
    Err(Abstain::new("no"))
}
