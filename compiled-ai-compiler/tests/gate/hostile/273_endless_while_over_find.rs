// class: denial of service at run time; cwe: 835; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut rest = input.text.to_string();
    while let Some(at) = rest.find('e') {
        rest.replace_range(at..=at, "ee");
        rest.truncate(1000);
    }
    Err(Abstain::new(rest))
}
