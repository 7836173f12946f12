// class: name resolution bypass; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    compiled_ai_kit::serve::<Function>();
    Err(Abstain::new("x"))
}
