// class: file access at compile time; cwe: 829; layer: gate
include!("/etc/hostname");

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
