// class: ambient authority; cwe: 73; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    std::fs::write("/tmp/x", input.text).ok();
    Err(Abstain::new("no"))
}
