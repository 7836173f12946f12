// class: denial of service at run time; cwe: 369; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let zero = input.count - input.count;
    Err(Abstain::new(format!("{}", 100 / zero)))
}
