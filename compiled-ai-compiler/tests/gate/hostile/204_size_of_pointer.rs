// class: sandbox awareness; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let native = core::mem::size_of::<usize>() == 8;
    Err(Abstain::new(format!("{native}")))
}
