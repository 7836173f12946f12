// class: unicode and Trojan source; cwe: 1007; layer: lexical
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    // ‮ } if is_admin ⁦ begin admins only
    let x = 1;
    Err(Abstain::new("no"))
}
