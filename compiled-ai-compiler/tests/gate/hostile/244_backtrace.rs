// class: leakage; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let trace = std::backtrace::Backtrace::force_capture();
    Err(Abstain::new(format!("{trace}")))
}
