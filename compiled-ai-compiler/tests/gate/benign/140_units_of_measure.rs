// class: ordinary code, units of measure; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let found = regex!(r"(\d+(?:[.,]\d+)?)\s*(kg|g|lb|oz|l|ml)\b");
    let mut total = Decimal::ZERO;
    for parts in found.captures_iter(input.text) {
        let (Some(value), unit) = (money::parse_amount(&parts[1]), &parts[2]) else { continue };
        total += words::convert(value, unit, "kg").unwrap_or_default();
    }
    Ok(Output { company: String::new(), date: None, total, items: vec![], notes: vec![] })
}
