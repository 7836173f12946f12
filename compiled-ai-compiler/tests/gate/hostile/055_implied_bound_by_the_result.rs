// class: soundness hole; cwe: 119; layer: gate
struct S;
impl S {
    fn get<'a>(&self, v: &'a str) -> (&str, &[&'a str]) { (v, &[]) }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
