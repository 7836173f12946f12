// class: denial of service at run time; cwe: 770; layer: semantic
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let all: Vec<String> = core::iter::repeat_with(|| input.text.to_string()).collect();
    Err(Abstain::new(format!("{}", all.len())))
}
