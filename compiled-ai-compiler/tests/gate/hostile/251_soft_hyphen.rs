// class: unicode and Trojan source; cwe: 1007; layer: lexical
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let word = "pass­word";
    Err(Abstain::new(word))
}
