// class: name resolution bypass; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let regex = compiled_ai_runtime::kit::compile_regex("a");
    Err(Abstain::new("x"))
}
