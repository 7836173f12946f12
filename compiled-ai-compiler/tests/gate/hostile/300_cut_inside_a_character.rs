// class: denial of service at run time; cwe: 248; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = &"é"[..1];
    Err(Abstain::new(company))
}
