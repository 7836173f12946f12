// class: twin of a hostile file, json like writer; cwe: none; layer: none
fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if u32::from(c) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let fields = [("text", quote(input.text)), ("count", input.count.to_string()), ("amount", quote(&input.amount.to_string()))];
    let company = format!("{{{}}}", fields.iter().map(|(k, v)| format!("{}:{v}", quote(k))).collect::<Vec<_>>().join(","));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
