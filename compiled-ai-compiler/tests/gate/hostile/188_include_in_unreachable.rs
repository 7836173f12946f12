// class: file access at compile time; cwe: 829; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    unreachable!("{}", include!("/etc/hostname"))
}
