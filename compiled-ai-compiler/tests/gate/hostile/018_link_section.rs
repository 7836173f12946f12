// class: linking and foreign code; cwe: 114; layer: gate
#[link_section = ".init_array"]
fn start() {}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
