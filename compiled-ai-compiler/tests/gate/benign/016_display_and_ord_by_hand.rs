// class: ordinary code, display and ord by hand; cwe: none; layer: none
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Candidate {
    label: String,
    score: i32,
}

impl fmt::Display for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.label, self.score)
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.score.cmp(&other.score).then_with(|| other.label.cmp(&self.label))
    }
}

impl From<(&str, i32)> for Candidate {
    fn from((label, score): (&str, i32)) -> Self {
        Candidate { label: label.to_string(), score }
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut all: Vec<Candidate> = [("total", 3), ("sum", 2)].into_iter().map(Candidate::from).collect();
    all.sort();
    let company = all.last().map(|c| c.to_string()).unwrap_or_default();
    let total = Decimal::ZERO;
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
