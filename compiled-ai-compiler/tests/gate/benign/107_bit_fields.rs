// class: twin of a hostile file, bit fields; cwe: none; layer: none
const READ: u8 = 0b100;
const WRITE: u8 = 0b010;
const EXECUTE: u8 = 0b001;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mode = input.text.chars().fold(0_u8, |mode, c| match c {
        'r' => mode | READ,
        'w' => mode | WRITE,
        'x' => mode | EXECUTE,
        '-' => mode & !EXECUTE,
        _ => mode ^ 0,
    });
    let company = format!("{mode:03b} {:#x} {:o}", mode << 2, mode.rotate_left(3));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
