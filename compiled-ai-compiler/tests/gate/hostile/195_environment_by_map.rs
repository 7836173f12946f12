// class: environment and secrets; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let keys = Some("OPENAI_API_KEY").map(std::env::var);
    Err(Abstain::new("x"))
}
