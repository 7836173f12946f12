// class: denial of service at run time; cwe: 770; layer: semantic
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let zeros = vec![0_u8; 1 << 30];
    Err(Abstain::new(format!("{}", zeros.len())))
}
