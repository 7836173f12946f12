// class: semantic weakness; cwe: 798; layer: literal
const DATABASE: &str = "postgres://billing:h7Kq92xPzLw4@10.2.0.8:5432/ledger";

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(DATABASE))
}
