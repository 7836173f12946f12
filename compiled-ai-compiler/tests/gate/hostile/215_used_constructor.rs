// class: linking and foreign code; cwe: none; layer: gate
#[used]
#[unsafe(link_section = ".init_array")]
static START: extern "C" fn() = start;
extern "C" fn start() {}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
