// class: ordinary code, diff of two lists; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let before: BTreeMap<&str, &str> = input.lines.iter().filter_map(|line| line.split_once(':')).collect();
    let after: BTreeMap<&str, &str> = input.text.lines().filter_map(|line| line.split_once(':')).collect();
    let mut notes = vec![];
    for (key, value) in &after {
        match before.get(key) {
            None => notes.push(format!("+ {key}")),
            Some(old) if old != value => notes.push(format!("~ {key}:{old} ->{value}")),
            Some(_) => {}
        }
    }
    notes.extend(before.keys().filter(|key| !after.contains_key(*key)).map(|key| format!("- {key}")));
    Ok(Output { company: String::new(), date: None, total: input.amount, items: vec![], notes })
}
