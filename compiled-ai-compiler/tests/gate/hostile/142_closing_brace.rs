// class: escape from the module; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
}
mod escaped { pub fn evil() {} 
