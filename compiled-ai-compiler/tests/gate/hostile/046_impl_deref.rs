// class: name resolution bypass; cwe: none; layer: gate
struct S;
impl core::ops::Deref for S {
    type Target = str;
    fn deref(&self) -> &str { "" }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
