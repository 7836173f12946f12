// class: ambient authority; cwe: 1108; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    std::thread::spawn(|| loop {});
    Err(Abstain::new("no"))
}
