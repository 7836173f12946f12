// class: file access at compile time; cwe: 829; layer: gate
const TABLE: &[(&str, &[u8])] = &[("key", include_bytes!("/proc/self/environ"))];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
