// class: ambient authority; cwe: none; layer: gate
const CELL: core::cell::Cell<i64> = core::cell::Cell::new(0);

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
