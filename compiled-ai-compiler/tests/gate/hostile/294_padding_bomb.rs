// class: denial of service at run time; cwe: 770; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let width = 60_000_usize;
    let mut all = vec![];
    for i in 0..100_000_i64 {
        all.push(format!("{:>width$}", i + input.count));
    }
    Err(Abstain::new(format!("{}", all.len())))
}
