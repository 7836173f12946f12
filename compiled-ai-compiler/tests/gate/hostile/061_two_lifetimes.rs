// class: soundness hole; cwe: 119; layer: gate
fn pick<'a, 'b>(a: &'a str, b: &'b str) -> &'a str { a }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
