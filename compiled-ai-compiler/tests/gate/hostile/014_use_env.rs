// class: environment and secrets; cwe: 526; layer: gate
use std::env;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
