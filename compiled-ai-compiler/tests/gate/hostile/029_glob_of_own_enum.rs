// class: name resolution bypass; cwe: 829; layer: gate
enum Kind { Some(i64), None }
use Kind::*;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
