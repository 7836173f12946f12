// class: denial of service at run time; cwe: 1333; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let found = regex!(r"(?:(?:(?:\w{100}){100}){100}){100}").is_match(input.text);
    Err(Abstain::new(format!("{found}")))
}
