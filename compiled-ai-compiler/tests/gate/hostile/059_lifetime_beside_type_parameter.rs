// class: soundness hole; cwe: 119; layer: gate
struct R<'a, T>(&'a T);
fn lengthen<'a>(_: R<'static, &'a str>, v: &'a str) -> &'static str { v }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
