// class: ambient authority; cwe: 532; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    dbg!(input.text);
    Err(Abstain::new("no"))
}
