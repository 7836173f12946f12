// class: ambient authority; cwe: 78; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    std::process::exit(0);
    Err(Abstain::new("no"))
}
