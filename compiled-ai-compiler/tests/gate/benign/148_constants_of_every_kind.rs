// class: ordinary code, constants of every kind; cwe: none; layer: none
const LIMIT: Decimal = Decimal::from_parts(5000, 0, 0, false, 2);
const FIRST: Date = Date::constant(2020, 1, 1);
const NOON: Time = Time::constant(12, 0, 0, 0);
const PAIRS: [(&str, Option<i64>); 2] = [("a", Some(1)), ("b", None)];
const MASK: u64 = (1 << 20) - 1;
const TEXT: &str = concat!("a", "b", 1, true);
const EMPTY: &[&[u8]] = &[b"x", b"yz"];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let is_over = input.amount > LIMIT && input.today >= FIRST && MASK > 7;
    let company = format!("{is_over} {NOON} {TEXT} {} {}", PAIRS.len(), EMPTY.concat().len());
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
