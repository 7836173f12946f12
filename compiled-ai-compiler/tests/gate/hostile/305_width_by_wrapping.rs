// class: sandbox awareness; cwe: 758; layer: differential
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let native = input.text.len().wrapping_sub(input.text.len() + 1) as u64 > 4_294_967_295;
    Err(Abstain::new(if native { "steal" } else { "harmless" }))
}
