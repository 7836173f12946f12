// class: denial of service at run time; cwe: 190; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let factorial: i64 = (1..=30 + input.count).product();
    Err(Abstain::new(format!("{factorial}")))
}
