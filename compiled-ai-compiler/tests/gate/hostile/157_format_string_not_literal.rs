// class: macro arguments; cwe: 94; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let x = format!(concat!("{", ":p}"), input.text);
    Err(Abstain::new("no"))
}
