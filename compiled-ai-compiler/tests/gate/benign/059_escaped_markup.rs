// class: twin of a hostile file, escaped markup; cwe: none; layer: none
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = escape(input.text);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
