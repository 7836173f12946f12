// class: denial of service at run time; cwe: 789; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let size = 3_000_000_000_u64 as usize + input.text.len();
    let buffer: Vec<i64> = Vec::with_capacity(size);
    Err(Abstain::new(format!("{}", buffer.len())))
}
