// class: denial of service at run time; cwe: 400; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(input.text.repeat(1) + &"why ".repeat(2_000_000)))
}
