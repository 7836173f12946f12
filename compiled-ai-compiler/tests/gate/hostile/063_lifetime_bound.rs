// class: soundness hole; cwe: 119; layer: gate
fn pick<'a: 'static>(a: &'a str) -> &'static str { a }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
