// class: twin of a hostile file, braces in strings; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let open = "}}}} } pub fn run() {";
    let company = format!("{{{}}} {{}} {open}", input.count);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
