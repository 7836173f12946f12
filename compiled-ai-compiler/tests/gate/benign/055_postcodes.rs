// class: twin of a hostile file, postcodes; cwe: none; layer: none
const ZONES: &[(&str, &str)] =
    &[("10115", "Berlin"), ("80331", "München"), ("20095", "Hamburg"), ("50667", "Köln"), ("60311", "Frankfurt"), ("SW1A 1AA", "London"), ("75008", "Paris"), ("1012 AB", "Amsterdam")];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = ZONES.iter().find(|(code, _)| text::contains_word_ci(input.text, code)).map_or("", |(_, city)| city).to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
