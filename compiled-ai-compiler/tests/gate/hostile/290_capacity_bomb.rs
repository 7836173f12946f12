// class: denial of service at run time; cwe: 789; layer: semantic
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut buffer = String::with_capacity(1 << 30);
    buffer.push_str(input.text);
    Err(Abstain::new(buffer))
}
