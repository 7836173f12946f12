// class: soundness hole; cwe: 704; layer: gate
fn cast<'a>(text: &'a str) -> i64 { 0 }
fn lengthen(text: &str) {
    let f: fn(&str) -> i64 = cast;
    f(text);
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
