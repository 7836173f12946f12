// class: ordinary code, age check; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let Some(birth) = dates::parse_date(input.text.trim(), dates::DateOrder::Dmy) else {
        return Err(Abstain::field("date", "no date of birth"));
    };
    let age = dates::age_in_years(birth, input.today);
    let company = match age {
        ..0 => return Err(Abstain::field("date", "not born yet")),
        0..=17 => "minor",
        18..=66 => "adult",
        67.. => "senior",
    };
    Ok(Output { company: company.to_string(), date: Some(birth), total: Decimal::from(age), items: vec![], notes: vec![] })
}
