// class: unicode and Trojan source; cwe: 1007; layer: lexical
fn totаl() -> i64 {
    1
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
