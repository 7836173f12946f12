// class: escape from the module; cwe: none; layer: gate
fn a() {}
} use std::fs; mod b {
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
