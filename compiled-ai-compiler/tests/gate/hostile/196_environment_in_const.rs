// class: environment and secrets; cwe: 526; layer: gate
const KEY: &str = env!("PATH");

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
