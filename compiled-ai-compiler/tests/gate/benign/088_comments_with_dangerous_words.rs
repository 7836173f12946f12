// class: twin of a hostile file, comments with dangerous words; cwe: none; layer: none
// unsafe { std::fs::remove_file("/") } is only a comment, and so is #![feature(asm)].
/* extern crate evil; /* nested */ include!("x") */
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    /// Not a doc comment of anything: `env!("PATH")`.
    let company = input.text.trim().to_string(); // TODO: panic!()
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
