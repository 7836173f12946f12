// class: twin of a hostile file, numbers that look like cards; cwe: none; layer: none
const BRANCHES: &[(&str, &str)] = &[
    ("4539 1488 0343 6468", "north"),
    ("5500 0000 0000 0005", "south"),
    ("1234 5678 9012 3456", "west"),
    ("0000 1111 2222 3333", "east"),
];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let found = BRANCHES.iter().find(|(number, _)| input.text.contains(number));
    let company = found.map_or("unknown", |(_, name)| name).to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
