// class: environment and secrets; cwe: 526; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let text = format!("{:>width$}", 1, width = env!("COLUMNS").len());
    Err(Abstain::new("no"))
}
