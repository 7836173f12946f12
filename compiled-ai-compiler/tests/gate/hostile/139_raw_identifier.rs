// class: unicode and Trojan source; cwe: none; layer: lexical
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let text = r#String::from("x");
    Err(Abstain::new("no"))
}
