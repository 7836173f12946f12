// class: ambient authority; cwe: 73; layer: gate
use std::fs::File;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
