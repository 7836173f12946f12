// class: twin of a hostile file, shell words without a value; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let suspicious = ["; rm -rf", "$(", "`", "| sh", "&& curl", "/etc/passwd"];
    let found: Vec<String> = suspicious.iter().filter(|word| input.text.contains(**word)).map(|w| w.to_string()).collect();
    Ok(Output { company: found.len().to_string(), date: None, total: input.amount, items: vec![], notes: found })
}
