// class: sandbox awareness; cwe: none; layer: gate
#[cfg(not(target_family = "wasm"))]
fn extra() -> i64 {
    1
}
#[cfg(target_family = "wasm")]
fn extra() -> i64 {
    0
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
