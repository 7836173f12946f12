// class: soundness hole; cwe: 119; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let x = core::mem::MaybeUninit::<u8>::uninit();
    Err(Abstain::new("no"))
}
