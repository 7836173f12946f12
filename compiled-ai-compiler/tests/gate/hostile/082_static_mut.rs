// class: ambient authority; cwe: 1108; layer: gate
static mut CALLS: u64 = 0;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
