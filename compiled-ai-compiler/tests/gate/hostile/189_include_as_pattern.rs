// class: file access at compile time; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    match input.count {
        include!("/etc/hostname") => Err(Abstain::new("a")),
        _ => Err(Abstain::new("b")),
    }
}
