// class: leakage; cwe: 359; layer: literal
const TEST: &str = "4539 1488 0343 6467";

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Ok(Output { company: TEST.to_string(), date: None, total: input.amount, items: vec![], notes: vec![] })
}
