// class: leakage; cwe: 758; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{}:{}", file!(), line!())))
}
