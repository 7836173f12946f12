// class: twin of a hostile file, escaped invisible characters; cwe: none; layer: none
const STRIP: &[char] = &['\u{200b}', '\u{feff}', '\u{ad}', '\u{202e}', '\u{2066}', '\0'];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company: String = input.text.chars().filter(|c| !STRIP.contains(c)).collect();
    let company = company.replace("\u{a0}", " ").replace('\u{2028}', "\n");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
