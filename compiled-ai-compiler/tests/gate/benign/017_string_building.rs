// class: ordinary code, string building; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut out = String::new();
    for (i, line) in input.lines.iter().enumerate() {
        if i > 0 {
            out += ", ";
        }
        out.push_str(&line.replace('\t', " ").to_uppercase());
        out.insert(0, '[');
        out.extend([']', '!']);
    }
    let reversed: String = out.chars().rev().collect();
    let padded = format!("{reversed:>width$}|{:<5}|{:^7}|{0}", 1, "x", width = 20);
    let company = padded.repeat(2).chars().take(60).collect::<String>();
    let total = Decimal::from(company.len());
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
