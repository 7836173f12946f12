// class: denial of service at run time; cwe: 407; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let words: Vec<String> = (0..200_000).map(|i| format!("{i}{}", input.count)).collect();
    let mut pairs = 0_i64;
    for a in &words {
        for b in &words {
            if a.ends_with(b.as_str()) {
                pairs += 1;
            }
        }
    }
    Err(Abstain::new(format!("{pairs}")))
}
