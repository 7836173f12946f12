// class: soundness hole; cwe: 119; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let n: u32 = core::mem::transmute(1.0_f32);
    Err(Abstain::new("no"))
}
