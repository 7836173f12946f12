// class: ambient authority; cwe: 1108; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let x = RefCell::new(1);
    Err(Abstain::new("no"))
}
