// class: non-determinism; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let id = format!("{:?}", std::thread::current().id());
    Err(Abstain::new(id))
}
