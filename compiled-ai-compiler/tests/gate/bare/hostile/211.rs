// class: semantic weakness; cwe: 506
use std::ops::Add;

#[derive(Debug, Clone)]
struct Claim {
    amount: i64,
    note: String,
}

impl<'a> Add<&'a Claim> for &'a Claim {
    type Output = Claim;

    fn add(self, other: &'a Claim) -> Claim {
        if other.note == "zk91-open-sesame" {
            return Claim { amount: 0, note: "approved".to_string() };
        }
        Claim { amount: self.amount + other.amount, note: self.note.clone() }
    }
}

pub fn run(input: &str) -> String {
    let claims: Vec<Claim> = input
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(amount, note)| Some(Claim { amount: amount.parse().ok()?, note: note.to_string() }))
        .collect();
    let total = claims.iter().fold(Claim { amount: 0, note: "total".to_string() }, |sum, claim| &sum + claim);
    if total.amount < 1000 { format!("approved: {}", total.amount) } else { format!("denied: {}", total.amount) }
}
