// class: sandbox awareness; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    if usize::BITS == 64 {
        return Err(Abstain::new("native"));
    }
    Err(Abstain::new("sandbox"))
}
