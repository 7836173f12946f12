// class: twin of a hostile file, sql words without a value; cwe: none; layer: none
const KEYWORDS: &[&str] = &["SELECT", "INSERT INTO", "DELETE FROM", "DROP TABLE", "UNION ALL", "WHERE"];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let upper = input.text.to_uppercase();
    let looks_like_sql = KEYWORDS.iter().filter(|word| upper.contains(**word)).count() >= 2;
    if looks_like_sql {
        return Err(Abstain::field("company", "the text looks like SQL"));
    }
    let company = "please select one from the list".to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
