// class: denial of service at run time; cwe: 125; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let fields: Vec<&str> = input.text.split('\u{1}').collect();
    let third = fields[2].to_string();
    Err(Abstain::new(third))
}
