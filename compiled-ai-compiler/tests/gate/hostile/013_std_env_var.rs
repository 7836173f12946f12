// class: environment and secrets; cwe: 526; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let key = std::env::var("OPENAI_API_KEY").unwrap_or_default();
    Err(Abstain::new("no"))
}
