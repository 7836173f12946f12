// class: name resolution bypass; cwe: none; layer: gate
#[derive(serde::Serialize)]
struct Leak {
    a: i64,
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
