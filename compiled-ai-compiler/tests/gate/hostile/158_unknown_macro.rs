// class: macro arguments; cwe: 94; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let x = sql!(SELECT 1);
    Err(Abstain::new("no"))
}
