// class: ordinary code, labels in many languages; cwe: none; layer: none
const LABELS: &[(&str, &[&str])] = &[
    ("total", &["total", "summe", "gesamt", "totale", "suma", "celkem", "итого", "合計"]),
    ("date", &["date", "datum", "data", "fecha", "päivä", "дата", "日付"]),
    ("tax", &["tax", "mwst", "ust", "tva", "iva", "dph", "ндс", "税"]),
];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut notes = vec![];
    for line in input.text.lines() {
        let lower = line.to_lowercase();
        for (label, words) in LABELS {
            if words.iter().any(|word| lower.contains(word)) {
                notes.push(format!("{label}: {}", line.trim()));
            }
        }
    }
    Ok(Output { company: String::new(), date: None, total: input.amount, items: vec![], notes })
}
