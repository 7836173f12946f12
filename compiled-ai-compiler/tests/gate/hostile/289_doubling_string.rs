// class: denial of service at run time; cwe: 770; layer: semantic
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut long = input.text.to_string() + "x";
    for _ in 0..40 {
        long = long.clone() + &long;
    }
    Err(Abstain::new(format!("{}", long.len())))
}
