// class: ordinary code, quarter report; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let start = dates::start_of_month(input.today);
    let end = dates::end_of_month(input.today);
    let quarter = dates::quarter(input.today);
    let working = (0..dates::days_between(start, end) + 1).filter_map(|n| dates::add_days(start, n)).filter(|day| dates::is_business_day(*day, &[])).count();
    let company = format!("Q{quarter} {} {}", words::month_name(i64::from(input.today.month())).unwrap_or("?"), working);
    Ok(Output { company, date: Some(end), total: input.amount, items: vec![], notes: vec![] })
}
