// class: soundness hole; cwe: 119; layer: gate
fn lengthen<'a>(_: Cow<'static, [&'a str]>, v: &'a str) -> &'static str { v }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
