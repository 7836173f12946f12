// class: denial of service at compile time; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let n = const { 1 + 1 };
    Err(Abstain::new("no"))
}
