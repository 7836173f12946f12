// class: soundness hole; cwe: 119; layer: gate
static UNIT: &'static &'static () = &&();
fn extend<'a, 'b, T>(_: &'a &'b (), v: &'b T) -> &'a T { v }
fn lengthen<'a, 'b, T>(x: &'a T) -> &'b T {
    let f: fn(_, &'a T) -> &'b T = extend;
    f(UNIT, x)
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
