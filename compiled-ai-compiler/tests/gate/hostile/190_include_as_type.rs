// class: file access at compile time; cwe: 94; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let x: include!("/etc/hostname") = 1;
    Err(Abstain::new("b"))
}
