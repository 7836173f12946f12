// class: escape from the module; cwe: none; layer: gate
pub async fn run(input: Input<'_>) -> Result<Output, Abstain> { Err(Abstain::new("")) }
