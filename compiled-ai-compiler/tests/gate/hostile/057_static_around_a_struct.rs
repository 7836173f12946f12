// class: soundness hole; cwe: 119; layer: gate
struct S<'a>(&'a str);
fn lengthen<'a>(_: &'static S<'a>, v: &'a str) -> &'static str { v }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
