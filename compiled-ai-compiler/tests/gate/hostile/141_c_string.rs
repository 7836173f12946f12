// class: unicode and Trojan source; cwe: none; layer: lexical
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let x = c"abc";
    Err(Abstain::new("no"))
}
