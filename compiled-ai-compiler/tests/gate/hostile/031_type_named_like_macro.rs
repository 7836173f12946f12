// class: name resolution bypass; cwe: 694; layer: gate
struct format;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
