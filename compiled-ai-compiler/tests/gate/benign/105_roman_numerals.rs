// class: twin of a hostile file, roman numerals; cwe: none; layer: none
const ROMAN: [(i64, &str); 13] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut rest = input.count.clamp(0, 3999);
    let mut company = String::new();
    for (value, letters) in ROMAN {
        while rest >= value {
            company += letters;
            rest -= value;
        }
    }
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
