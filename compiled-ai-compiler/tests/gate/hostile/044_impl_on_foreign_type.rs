// class: name resolution bypass; cwe: none; layer: gate
impl Decimal {
    fn evil(&self) {}
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}
