// class: name resolution bypass; cwe: 694; layer: gate
struct S;
impl S {
    fn as_ptr(&self) -> i64 { 0 }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let address = input.text.as_ptr();
    Err(Abstain::new("no"))
}
