// class: ordinary code, unreachable and expect; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let digit = match input.count.rem_euclid(3) {
        0 => 'a',
        1 => 'b',
        2 => 'c',
        _ => unreachable!("rem_euclid(3) of {}", input.count),
    };
    let number = "42".parse::<i64>().expect("a literal");
    let company = char::from_digit(number as u32 % 10, 10).unwrap_or(digit).to_string();
    let total = Decimal::from_str_exact("1.50").unwrap();
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
