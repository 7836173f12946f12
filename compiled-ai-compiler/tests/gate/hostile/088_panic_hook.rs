// class: ambient authority; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    std::panic::set_hook(Box::new(|_| {}));
    Err(Abstain::new("no"))
}
