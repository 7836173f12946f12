// class: file access at compile time; cwe: 829; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let list = vec![0_u8; include_bytes!("/etc/passwd").len()];
    Err(Abstain::new("no"))
}
