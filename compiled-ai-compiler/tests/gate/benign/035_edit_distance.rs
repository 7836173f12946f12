// class: ordinary code, edit distance; cwe: none; layer: none
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    let mut current = vec![0; b.len() + 1];
    for (i, x) in a.chars().enumerate() {
        current[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = if x == *y { 0 } else { 1 };
            current[j + 1] = (previous[j] + cost).min(previous[j + 1] + 1).min(current[j] + 1);
        }
        core::mem::swap(&mut previous, &mut current);
    }
    previous[b.len()]
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = input.lines.iter().min_by_key(|line| distance(line, "total")).cloned().unwrap_or_default();
    let grid = [[0_u8; 8]; 4];
    let total = Decimal::from(grid.iter().flatten().map(|&x| x as i64).sum::<i64>());
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
