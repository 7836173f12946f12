// class: ordinary code, dates and times; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let due = dates::add_days(input.today, 30).unwrap_or(input.today);
    let (y, m, d) = (due.year(), due.month(), due.day());
    let is_late = due < input.today || i64::from(y) < input.count;
    let time = Time::new(12, 30, 0, 0).unwrap_or(Time::midnight());
    let at = DateTime::from_parts(due, time);
    let company = format!("{y:04}-{m:02}-{d:02} {is_late} {} {}", at.hour(), dates::weekday(due));
    let total = Decimal::from(dates::days_between(input.today, due));
    Ok(Output { company, date: Some(due), total, items: vec![], notes: vec![due.to_string()] })
}
