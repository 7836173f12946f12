// class: ordinary code, generic helpers; cwe: none; layer: none
fn most_common<T: Ord + Clone>(values: &[T]) -> Option<T> {
    let mut counts: BTreeMap<&T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_insert(0) += 1;
    }
    counts.into_iter().max_by_key(|&(_, n)| n).map(|(value, _)| value.clone())
}

fn join<S: AsRef<str>>(parts: impl IntoIterator<Item = S>, separator: &str) -> String {
    let mut out = String::new();
    for (i, part) in parts.into_iter().enumerate() {
        if i > 0 {
            out.push_str(separator);
        }
        out.push_str(part.as_ref());
    }
    out
}

struct Ranked<T> {
    score: i64,
    value: T,
}

impl<T> Ranked<T> {
    fn better(self, other: Self) -> Self {
        if other.score > self.score { other } else { self }
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let words: Vec<&str> = input.text.split(' ').collect();
    let ranked = words.iter().map(|w| Ranked { score: w.len() as i64, value: *w }).reduce(|a, b| a.better(b));
    let company = join([most_common(&words).unwrap_or(""), ranked.map(|r| r.value).unwrap_or_default()], "/");
    let total = Decimal::ZERO;
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
