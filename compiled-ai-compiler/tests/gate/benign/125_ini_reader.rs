// class: ordinary code, ini reader; cwe: none; layer: none
fn sections(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut all: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().map(str::trim) {
        match line.as_bytes() {
            [] | [b'#' | b';', ..] => {}
            [b'[', .., b']'] => current = line[1..line.len() - 1].trim().to_lowercase(),
            _ => {
                let (key, value) = line.split_once('=').unwrap_or((line, "true"));
                let value = value.trim().trim_matches('"').to_string();
                all.entry(current.clone()).or_default().insert(text::snake_case(key), value);
            }
        }
    }
    all
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let all = sections(input.text);
    let company = all.get("main").and_then(|main| main.get("name")).cloned().unwrap_or_default();
    let notes = all.iter().flat_map(|(name, keys)| keys.keys().map(move |key| format!("{name}.{key}"))).collect();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes })
}
