// class: name resolution bypass; cwe: none; layer: gate
struct S;
impl Drop for S {
    fn drop(&mut self) {}
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
