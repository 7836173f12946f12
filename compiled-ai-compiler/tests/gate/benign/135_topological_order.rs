// class: ordinary code, topological order; cwe: none; layer: none
fn visit<'a>(name: &'a str, needs: &BTreeMap<&'a str, Vec<&'a str>>, done: &mut Vec<&'a str>, depth: usize) -> Result<(), Abstain> {
    if done.contains(&name) {
        return Ok(());
    }
    if depth > 100 {
        return Err(Abstain::new("a cycle"));
    }
    for other in needs.get(name).map(Vec::as_slice).unwrap_or_default() {
        visit(other, needs, done, depth + 1)?;
    }
    done.push(name);
    Ok(())
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut needs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, list) in input.lines.iter().filter_map(|line| line.split_once(':')) {
        needs.insert(name.trim(), list.split_whitespace().collect());
    }
    let mut done = vec![];
    for name in needs.keys().copied().collect::<Vec<_>>() {
        visit(name, &needs, &mut done, 0)?;
    }
    let company = done.join(" ");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
