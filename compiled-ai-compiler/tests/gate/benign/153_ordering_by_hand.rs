// class: ordinary code, ordering by hand; cwe: none; layer: none
#[derive(Debug, Clone, PartialEq, Eq)]
struct Version(Vec<u64>);

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0).then(self.0.len().cmp(&other.0.len()))
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let version = |text: &str| Version(text.split('.').map(|part| part.parse().unwrap_or(0)).collect());
    let newest = input.text.split_whitespace().map(version).max();
    let company = newest.map(|v| v.0.iter().map(u64::to_string).collect::<Vec<_>>().join(".")).unwrap_or_default();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
