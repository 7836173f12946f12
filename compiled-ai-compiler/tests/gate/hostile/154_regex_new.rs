// class: macro arguments; cwe: 1333; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let re = Regex::new(input.text);
    Err(Abstain::new("no"))
}
