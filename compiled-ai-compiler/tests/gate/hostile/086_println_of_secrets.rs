// class: ambient authority; cwe: 532; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    println!("{}", input.text);
    Err(Abstain::new("no"))
}
