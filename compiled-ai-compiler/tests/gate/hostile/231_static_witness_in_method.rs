// class: soundness hole; cwe: none; layer: gate
struct W<'a>(&'a str);
impl<'a> W<'a> {
    fn stretch(&self, _witness: &'static &'a (), text: &'a str) -> &'static str {
        text
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
