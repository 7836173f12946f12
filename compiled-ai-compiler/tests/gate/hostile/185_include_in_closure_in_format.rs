// class: file access at compile time; cwe: 829; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let text = Some(1).map(|_| format!("{}", include_str!("../../Cargo.toml"))).unwrap_or_default();
    Err(Abstain::new(text))
}
