// class: non-determinism; cwe: 758; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let n = input.text.parse::<usize>();
    Err(Abstain::new("no"))
}
