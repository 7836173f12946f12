// class: twin of a hostile file, address of a person as words; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let Party { name, address, .. } = input.party;
    let pointer = address.iter().position(|line| text::digit_run(line, 5).is_some());
    let address = pointer.and_then(|at| address.get(at)).map(String::as_str).unwrap_or_default();
    let company = text::join_nonempty(&[name.as_str(), address], ", ");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
