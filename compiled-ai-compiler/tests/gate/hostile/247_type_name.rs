// class: leakage; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(core::any::type_name::<Input<'_>>()))
}
