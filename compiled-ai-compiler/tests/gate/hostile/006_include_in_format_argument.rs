// class: file access at compile time; cwe: 829; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let text = format!("{}", include_str!("../../../Cargo.toml"));
    Err(Abstain::new("no"))
}
