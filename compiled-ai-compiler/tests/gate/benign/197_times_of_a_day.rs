// class: ordinary code, times of a day; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let time = dates::first_time(input.text).unwrap_or(Time::midnight());
    let at = dates::parse_datetime(input.text, dates::DateOrder::Ymd).unwrap_or(input.today.to_datetime(time));
    let company = match at.hour() {
        5..=11 => "morning",
        12..=17 => "afternoon",
        18..=22 => "evening",
        _ => "night",
    };
    let company = format!("{company} {:02}:{:02}", at.hour(), at.minute());
    Ok(Output { company, date: Some(at.date()), total: input.amount, items: vec![], notes: vec![] })
}
