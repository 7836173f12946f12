// class: semantic weakness; cwe: 798; layer: literal
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let api_key = concat!("9f8b2c41d7e64a0b", "8c53fe1290ab76dd");
    Err(Abstain::new(api_key))
}
