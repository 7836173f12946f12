// class: file access at compile time; cwe: 829; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let list = vec![vec![format!("{}", include_str!("x"))]];
    Err(Abstain::new("no"))
}
