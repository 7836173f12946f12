// class: soundness hole; cwe: 119; layer: gate
fn pick<'a, 'b>(a: &'a &'b str, b: &'b str) -> &'a str { b }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
