// class: soundness hole; cwe: 843; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    union Bits {
        a: f64,
        b: u64,
    }
    Err(Abstain::new("x"))
}
