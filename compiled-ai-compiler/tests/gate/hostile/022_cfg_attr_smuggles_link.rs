// class: linking and foreign code; cwe: 1177; layer: gate
#[cfg_attr(not(target_arch = "wasm32"), link_section = ".init_array")]
fn start() {}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
