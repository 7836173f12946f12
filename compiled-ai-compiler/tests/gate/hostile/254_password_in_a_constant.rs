// class: semantic weakness; cwe: 798; layer: literal
const DB_PASSWORD: &str = "tR0ub4dor&3-Kx9q";

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Ok(Output { company: DB_PASSWORD.to_string(), date: None, total: input.amount, items: vec![], notes: vec![] })
}
