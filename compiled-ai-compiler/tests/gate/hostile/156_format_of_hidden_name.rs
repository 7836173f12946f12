// class: macro arguments; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let x = format!("{secret}");
    Err(Abstain::new("no"))
}
