// class: denial of service at run time; cwe: 617; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    match input.count {
        n if n < 0 => Err(Abstain::new("negative")),
        _ => unreachable!("secret: {}", input.text),
    }
}
