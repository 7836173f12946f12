// class: name resolution bypass; cwe: 829; layer: gate
use std::io::*;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
