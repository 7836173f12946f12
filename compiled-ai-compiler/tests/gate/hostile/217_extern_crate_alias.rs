// class: name resolution bypass; cwe: 829; layer: gate
extern crate std as alloc2;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
