// class: twin of a hostile file, unicode in literals; cwe: none; layer: none
const SUMS: &[&str] = &["Summe", "итого", "合計", "总计", "المجموع", "סה״כ", "σύνολο", "총액", "รวม"];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let is_total = |line: &str| SUMS.iter().any(|word| line.contains(word));
    let company = text::lines(input.text).find(|line| is_total(line)).unwrap_or("–").to_string();
    let notes = vec!["Straße № 5 — “naïve” café".to_string(), "₹ € £ ¥".to_owned(), '½'.to_string()];
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes })
}
