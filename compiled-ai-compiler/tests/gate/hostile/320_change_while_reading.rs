// class: soundness hole; cwe: 416; layer: syntax
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut names = vec![input.text.to_string()];
    for name in &names {
        names.push(name.clone());
    }
    Err(Abstain::new(names.concat()))
}
