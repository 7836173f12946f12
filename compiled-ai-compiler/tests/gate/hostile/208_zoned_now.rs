// class: non-determinism; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let today = jiff::Zoned::now().date();
    Err(Abstain::new(format!("{today}")))
}
