// class: non-determinism; cwe: 1177; layer: gate
#[cfg(target_arch = "wasm32")]
fn behave() {}
#[cfg(not(target_arch = "wasm32"))]
fn behave() {}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
