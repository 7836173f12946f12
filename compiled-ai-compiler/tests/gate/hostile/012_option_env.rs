// class: environment and secrets; cwe: 526; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    if let Some(key) = option_env!("HOME") {
        return Err(Abstain::new(key));
    }
    Err(Abstain::new("no"))
}
