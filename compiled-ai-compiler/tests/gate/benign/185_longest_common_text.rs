// class: ordinary code, longest common text; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let (a, b): (Vec<char>, Vec<char>) = (input.text.chars().take(200).collect(), input.party.name.chars().take(200).collect());
    let mut best = (0, 0);
    let mut previous = vec![0_usize; b.len() + 1];
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![0_usize; b.len() + 1];
        for (j, y) in b.iter().enumerate() {
            if x == y {
                row[j + 1] = previous[j] + 1;
                if row[j + 1] > best.0 {
                    best = (row[j + 1], i + 1);
                }
            }
        }
        previous = row;
    }
    let company: String = a[best.1 - best.0..best.1].iter().collect();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
