// class: name resolution bypass; cwe: none; layer: gate
use evil::text;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let x = text::find(input.text);
    Err(Abstain::new("no"))
}
