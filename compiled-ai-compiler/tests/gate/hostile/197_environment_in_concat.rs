// class: environment and secrets; cwe: none; layer: gate
const KEY: &str = concat!("k=", env!("HOME"));

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
