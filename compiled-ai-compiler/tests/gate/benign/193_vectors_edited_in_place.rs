// class: ordinary code, vectors edited in place; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut numbers: Vec<i64> = (1..=10).map(|n| n * (input.count % 7)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.extend_from_slice(&[1, 2, 3]);
    let at = numbers.partition_point(|&n| n < 5);
    let (low, high) = numbers.split_at(at);
    let company = format!("{low:?} {high:?} {:?}", numbers.iter().position(|&n| n == 99));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
