// class: linking and foreign code; cwe: 114; layer: gate
#[unsafe(no_mangle)]
pub fn malloc() {}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
