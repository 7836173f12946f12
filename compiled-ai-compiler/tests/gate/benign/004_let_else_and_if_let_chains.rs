// class: ordinary code, let else and if let chains; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let Some(first) = input.text.lines().next() else {
        return Err(Abstain::new("empty"));
    };
    let mut total = Decimal::ZERO;
    if let Some((label, value)) = first.split_once(':')
        && label.trim() == "Total"
        && let Ok(amount) = value.trim().parse::<Decimal>()
        && amount.is_sign_positive()
    {
        total = amount;
    }
    while let Some(rest) = first.strip_prefix('-')
        && !rest.is_empty()
    {
        break;
    }
    let company = first.to_owned();
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
