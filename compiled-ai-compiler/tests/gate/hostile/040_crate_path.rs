// class: name resolution bypass; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    crate::helpers::write_secret(input.text);
    Err(Abstain::new("no"))
}
