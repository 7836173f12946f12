// class: name resolution bypass; cwe: none; layer: syntax
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let value = money::parse::private(input.text);
    Err(Abstain::new(format!("{value:?}")))
}
