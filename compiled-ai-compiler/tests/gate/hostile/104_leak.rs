// class: non-determinism; cwe: 401; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let text: &'static str = String::new().leak();
    Err(Abstain::new("no"))
}
