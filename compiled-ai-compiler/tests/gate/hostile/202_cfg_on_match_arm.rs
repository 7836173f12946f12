// class: sandbox awareness; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    match input.count {
        #[cfg(target_arch = "wasm32")]
        1 => Err(Abstain::new("sandbox")),
        _ => Err(Abstain::new("native")),
    }
}
