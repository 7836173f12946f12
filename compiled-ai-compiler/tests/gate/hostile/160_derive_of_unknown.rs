// class: macro arguments; cwe: none; layer: gate
#[derive(serde::Deserialize)]
struct S;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {

    Err(Abstain::new("no"))
}
