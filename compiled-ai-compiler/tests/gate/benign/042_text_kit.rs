// class: ordinary code, text kit; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let key = text::key(input.text);
    let after = text::after_ci(input.text, "total").and_then(money::first_amount);
    let date = dates::dates_in(input.text, dates::DateOrder::Dmy).first().map(|found| found.date);
    let lines: Vec<&str> = text::lines(input.text).filter(|l| text::digit_ratio(l) < 0.5).collect();
    let company = match lines.as_slice() {
        [first, ..] => words::strip_company_suffix(first).to_string(),
        [] => key,
    };
    let total = after.or_else(|| money::last_amount(input.text)).unwrap_or(Decimal::ZERO);
    let state = words::us_state("CA").map(|state| state.name);
    let notes = state.into_iter().map(String::from).chain(std::iter::once(text::title_case("x y"))).collect();
    Ok(Output { company, date, total, items: vec![], notes })
}
