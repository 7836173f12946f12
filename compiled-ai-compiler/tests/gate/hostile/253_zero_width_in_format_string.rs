// class: unicode and Trojan source; cwe: 1007; layer: lexical
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("a​{}", input.count)))
}
