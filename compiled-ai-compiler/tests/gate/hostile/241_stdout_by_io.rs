// class: ambient authority; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let _ = std::io::Write::write_all(&mut std::io::stdout(), input.text.as_bytes());
    Err(Abstain::new("x"))
}
