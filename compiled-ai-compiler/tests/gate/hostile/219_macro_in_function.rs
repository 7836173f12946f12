// class: name resolution bypass; cwe: 94; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    macro_rules! vec {
        ($($x:tt)*) => { unsafe { core::mem::zeroed() } };
    }
    Err(Abstain::new("x"))
}
