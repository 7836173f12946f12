// class: soundness hole; cwe: 119; layer: gate
fn each<F>(f: F) where for<'x> F: Fn(&'x str) -> &'x str { f(""); }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
