// class: name resolution bypass; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let cell = ::compiled_ai_runtime::__private::OnceBox::<i64>::new();
    Err(Abstain::new("x"))
}
