// class: name resolution bypass; cwe: 694; layer: gate
use alloc::string::String as Vec;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
