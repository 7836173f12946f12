// class: ordinary code, invoice header; cwe: none; layer: none
fn after_label<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    text::strip_prefix_ci(line.trim(), label).map(|rest| rest.trim_start_matches([':', '#', '.', ' ']))
}

fn number(text: &str) -> Option<String> {
    for line in text.lines() {
        for label in ["invoice no", "invoice number", "inv no", "inv", "bill no"] {
            if let Some(value) = after_label(line, label)
                && value.chars().any(|c| c.is_ascii_digit())
            {
                return Some(value.split_whitespace().next().unwrap_or(value).to_string());
            }
        }
    }
    None
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = words::company_name(input.text).map(str::to_string).unwrap_or_default();
    let date = dates::first_date(input.text, dates::DateOrder::Dmy);
    let notes = number(input.text).into_iter().map(|number| format!("invoice {number}")).collect();
    Ok(Output { company, date, total: input.amount, items: vec![], notes })
}
