// class: soundness hole; cwe: 119; layer: gate
fn stretch<'a, 'b>(_witness: &'a &'b (), text: &'b str) -> &'a str
where
    'b: 'a,
{
    text
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
