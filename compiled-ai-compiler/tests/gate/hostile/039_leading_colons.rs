// class: name resolution bypass; cwe: 526; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let home = ::std::env::var("HOME");
    Err(Abstain::new("no"))
}
