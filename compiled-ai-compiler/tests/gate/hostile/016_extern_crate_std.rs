// class: linking and foreign code; cwe: 829; layer: gate
extern crate std;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
