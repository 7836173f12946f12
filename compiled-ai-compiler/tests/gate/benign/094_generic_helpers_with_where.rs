// class: twin of a hostile file, generic helpers with where; cwe: none; layer: none
fn top<T, K>(values: &[T], key: impl Fn(&T) -> K) -> Option<T>
where
    T: Clone,
    K: Ord,
{
    values.iter().max_by_key(|value| key(value)).cloned()
}

fn pairs<T: Copy>(values: &[T]) -> Vec<(T, T)> {
    values.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let best = top(input.items, |item| item.amount);
    let company = format!("{} {}", best.map(|item| item.description).unwrap_or_default(), pairs(&[1, 2, 3]).len());
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
