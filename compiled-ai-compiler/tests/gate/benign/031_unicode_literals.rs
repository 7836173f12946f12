// class: ordinary code, unicode literals; cwe: none; layer: none
// Quotes “like these”, a dash — and an accent é may stand in comments.
const SYMBOLS: [(char, &str); 6] = [('€', "EUR"), ('£', "GBP"), ('¥', "JPY"), ('₹', "INR"), ('元', "CNY"), ('\u{20bd}', "RUB")];
const LABELS: &[&str] = &["Gesamtbeträge", "合計", "итого", "المجموع", "total à payer", "\u{200b}"];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let code = SYMBOLS.iter().find(|(s, _)| input.text.contains(*s)).map(|(_, code)| *code).unwrap_or("EUR");
    let label = LABELS.iter().find(|l| input.text.to_lowercase().contains(&l.to_lowercase()));
    let company = format!("{code} – {}", label.unwrap_or(&"¿"));
    let total = Decimal::ZERO;
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
