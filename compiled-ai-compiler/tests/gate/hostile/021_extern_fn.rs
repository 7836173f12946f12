// class: linking and foreign code; cwe: 111; layer: gate
extern "C" fn callback() {}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
