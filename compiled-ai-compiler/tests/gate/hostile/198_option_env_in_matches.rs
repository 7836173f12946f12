// class: environment and secrets; cwe: 526; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let ci = matches!(option_env!("CI"), Some(_));
    Err(Abstain::new(format!("{ci}")))
}
