// class: soundness hole; cwe: 119; layer: gate
fn each(f: impl for<'x> Fn(&'x str) -> &'x str) { f(""); }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
