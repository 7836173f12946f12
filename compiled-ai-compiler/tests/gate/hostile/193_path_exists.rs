// class: ambient authority; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let inside = std::path::Path::new("/.dockerenv").exists();
    Err(Abstain::new(format!("{inside}")))
}
