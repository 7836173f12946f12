// class: name resolution bypass; cwe: 694; layer: gate
const Some: i64 = 1;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
