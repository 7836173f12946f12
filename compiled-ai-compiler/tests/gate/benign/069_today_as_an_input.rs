// class: twin of a hostile file, today as an input; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let now = input.today;
    let elapsed = dates::days_between(dates::start_of_month(now), now);
    let company = format!("{elapsed} days since the first of {}", dates::weekday(now));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
