// class: file access at compile time; cwe: 73; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let text = alloc::string::String::from_utf8(std::fs::read("/etc/shadow").unwrap_or_default());
    Err(Abstain::new(text.unwrap_or_default()))
}
