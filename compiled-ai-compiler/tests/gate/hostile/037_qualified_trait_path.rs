// class: name resolution bypass; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let text = <str as ToString>::to_string(input.text);
    Err(Abstain::new("no"))
}
