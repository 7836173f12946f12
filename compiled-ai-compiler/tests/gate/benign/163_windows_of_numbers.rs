// class: ordinary code, windows of numbers; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let values: Vec<i64> = input.text.bytes().map(i64::from).collect();
    let rising = values.windows(2).filter(|pair| pair[0] < pair[1]).count();
    let peaks = values.windows(3).filter(|w| matches!(w, [a, b, c] if b > a && b > c)).count();
    let sums: Vec<i64> = values.iter().scan(0_i64, |sum, value| { *sum += value; Some(*sum) }).collect();
    let company = format!("{rising} {peaks} {:?}", sums.last());
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
