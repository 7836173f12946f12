// class: ordinary code, shortest way; cwe: none; layer: none
fn distances(edges: &[(usize, usize, i64)], count: usize) -> Vec<Option<i64>> {
    let mut best: Vec<Option<i64>> = vec![None; count];
    if let Some(first) = best.first_mut() {
        *first = Some(0);
    }
    for _ in 0..count {
        for &(from, to, cost) in edges {
            let Some(known) = best.get(from).copied().flatten() else { continue };
            if let Some(slot) = best.get_mut(to)
                && slot.is_none_or(|old| old > known + cost)
            {
                *slot = Some(known + cost);
            }
        }
    }
    best
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let numbers: Vec<i64> = input.text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let edges: Vec<(usize, usize, i64)> =
        numbers.chunks_exact(3).map(|edge| ((edge[0] % 16) as usize, (edge[1] % 16) as usize, edge[2] % 1000)).collect();
    let company = distances(&edges, 16).iter().flatten().map(|d| d.to_string()).collect::<Vec<_>>().join(" ");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
