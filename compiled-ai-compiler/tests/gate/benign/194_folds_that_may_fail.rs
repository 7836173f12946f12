// class: ordinary code, folds that may fail; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let total = input.items.iter().try_fold(Decimal::ZERO, |sum, item| sum.checked_add(item.amount));
    let Some(total) = total else { return Err(Abstain::field("total", "too large")) };
    let product = input.items.iter().map(|item| item.quantity).try_fold(Decimal::ONE, |p, q| p.checked_mul(q)).ok_or_else(|| Abstain::new("x"))?;
    let company = format!("{product:.0}");
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
