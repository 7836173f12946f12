// class: file access at compile time; cwe: 829; layer: gate
#[doc = include_str!("/etc/passwd")]
fn helper() {}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
