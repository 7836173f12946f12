// class: soundness hole; cwe: 416; layer: syntax
fn longest<'a>(text: &'a str) -> &'a str {
    let own = text.to_string();
    own.trim()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(longest(input.text)))
}
