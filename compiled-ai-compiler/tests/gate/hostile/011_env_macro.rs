// class: environment and secrets; cwe: 526; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let key = env!("ANTHROPIC_API_KEY");
    return Err(Abstain::new(key));
}
