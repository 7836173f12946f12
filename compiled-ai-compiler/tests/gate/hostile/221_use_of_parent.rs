// class: name resolution bypass; cwe: none; layer: gate
use super::super::*;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
