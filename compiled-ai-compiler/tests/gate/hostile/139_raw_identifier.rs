// class: unicode and Trojan source; cwe: none; layer: lexical
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let r#type = 1;
    Err(Abstain::new("no"))
}
