// class: name resolution bypass; cwe: 694; layer: gate
use std::fs as text;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
