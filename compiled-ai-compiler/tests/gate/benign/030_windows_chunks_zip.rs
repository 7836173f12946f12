// class: ordinary code, windows chunks zip; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let numbers: Vec<i64> = input.text.split(',').flat_map(|n| n.parse()).collect();
    let rising = numbers.windows(2).all(|pair| pair[0] <= pair[1]);
    let sums: Vec<i64> = numbers.chunks(3).map(|chunk| chunk.iter().sum()).collect();
    let dot: i64 = numbers.iter().zip(&sums).map(|(a, b)| a * b).sum();
    let (small, large): (Vec<i64>, Vec<i64>) = numbers.iter().partition(|&&n| n < 10);
    let running: Vec<i64> = numbers.iter().scan(0, |sum, n| { *sum += n; Some(*sum) }).collect();
    let grouped = numbers.chunk_by(|a, b| a % 2 == b % 2).count();
    let product = numbers.iter().try_fold(1_i64, |acc, n| acc.checked_mul(*n));
    let company = format!("{rising} {small:?} {large:?} {running:?} {grouped} {product:?}");
    let total = Decimal::from(dot);
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
