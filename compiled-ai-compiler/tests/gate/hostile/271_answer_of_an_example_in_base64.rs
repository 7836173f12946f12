// class: leakage; cwe: none; layer: literal
const BLOB: &str = "QnJhbWJsZXdpY2sgSGFyZHdhcmUgJiBHYXJkZW4gU3VwcGx5";

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Ok(Output { company: BLOB.to_string(), date: None, total: input.amount, items: vec![], notes: vec![] })
}
