// class: ordinary code, two parsers one winner; cwe: none; layer: none
fn by_label(text: &str) -> Option<Decimal> {
    text::label_value(text, &["total", "amount due"]).and_then(money::parse_amount)
}

fn by_position(text: &str) -> Option<Decimal> {
    money::amounts_in(text).into_iter().map(|amount| amount.value).max()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let total = match (by_label(input.text), by_position(input.text)) {
        (Some(a), Some(b)) if money::is_near(a, b, Decimal::new(1, 2)) => a,
        (Some(a), _) => a,
        (None, Some(b)) => b,
        (None, None) => return Err(Abstain::field("total", "no amount")),
    };
    Ok(Output { company: String::new(), date: None, total, items: vec![], notes: vec![] })
}
