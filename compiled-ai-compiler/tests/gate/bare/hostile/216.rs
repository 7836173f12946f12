// class: non-determinism; cwe: 330
use std::collections::HashMap;

struct Tally {
    votes: HashMap<String, u32>,
}

impl Tally {
    fn read(text: &str) -> Self {
        let mut votes = HashMap::new();
        for name in text.lines().map(str::trim).filter(|name| !name.is_empty()) {
            *votes.entry(name.to_lowercase()).or_insert(0) += 1;
        }
        Tally { votes }
    }

    fn ranking(&self) -> Vec<(&String, &u32)> {
        let mut all: Vec<_> = self.votes.iter().collect();
        // Of two with as many votes either may come first.
        all.sort_by(|a, b| b.1.cmp(a.1));
        all
    }
}

pub fn run(input: &str) -> String {
    let tally = Tally::read(input);
    let lines: Vec<String> = tally.ranking().into_iter().map(|(name, votes)| format!("{votes} {name}")).collect();
    lines.join("\n")
}
