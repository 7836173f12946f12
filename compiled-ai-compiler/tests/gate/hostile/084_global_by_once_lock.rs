// class: ambient authority; cwe: 1108; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let x: OnceLock<i64> = OnceLock::new();
    Err(Abstain::new("no"))
}
