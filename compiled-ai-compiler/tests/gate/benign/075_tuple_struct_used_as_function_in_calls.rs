// class: twin of a hostile file, tuple struct used as function in calls; cwe: none; layer: none
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cents(i64);

const FREE: Cents = Cents(0);

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let all: Vec<Cents> = input.items.iter().filter_map(|item| money::to_cents(item.amount)).map(Cents).collect();
    let largest = all.iter().copied().max().unwrap_or(FREE);
    let company = format!("{}", largest.0);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
