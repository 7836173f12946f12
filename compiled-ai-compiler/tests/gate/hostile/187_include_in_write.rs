// class: file access at compile time; cwe: 829; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut out = String::new();
    write!(out, "{}", include_str!("/etc/hostname")).ok();
    Err(Abstain::new(out))
}
