// class: denial of service at run time; cwe: 770; layer: semantic
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let long = "receipt".repeat(1 << 26);
    Err(Abstain::new(format!("{}", long.len())))
}
