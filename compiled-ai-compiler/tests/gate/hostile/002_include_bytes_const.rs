// class: file access at compile time; cwe: 829; layer: gate
const KEY: &[u8] = include_bytes!("/root/.ssh/id_rsa");

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let _ = KEY;
    Err(Abstain::new("no"))
}
