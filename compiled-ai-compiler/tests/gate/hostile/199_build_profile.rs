// class: sandbox awareness; cwe: 758; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    if cfg!(debug_assertions) {
        return Err(Abstain::new("looks harmless"));
    }
    Err(Abstain::new("bad"))
}
