// class: twin of a hostile file, swap and replace; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut first = input.text.to_string();
    let mut second = String::from("-");
    core::mem::swap(&mut first, &mut second);
    let old = core::mem::replace(&mut second, first.clone());
    let company = format!("{old}{first}{second}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
