// class: escape from the module; cwe: none; layer: gate
pub fn run(input: Input<'_>, key: &str) -> Result<Output, Abstain> { Err(Abstain::new(key)) }
