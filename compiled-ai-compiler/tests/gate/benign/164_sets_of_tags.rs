// class: ordinary code, sets of tags; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let tags: BTreeSet<String> = regex!(r"#(\w+)").captures_iter(input.text).map(|found| found[1].to_lowercase()).collect();
    let wanted: BTreeSet<String> = input.lines.iter().cloned().collect();
    let missing: Vec<&str> = wanted.difference(&tags).map(String::as_str).collect();
    let company = if missing.is_empty() { "complete".to_string() } else { missing.join("+") };
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
