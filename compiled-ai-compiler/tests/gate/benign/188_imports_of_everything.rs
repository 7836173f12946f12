// class: ordinary code, imports of everything; cwe: none; layer: none
use compiled_ai::kit::{Decimal, dates, money, text};
use core::fmt::Write as _;
use std::collections::{BTreeMap, BTreeSet};

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut company = String::new();
    let _ = write!(company, "{}", text::key(input.text));
    let seen: BTreeSet<char> = company.chars().collect();
    let counts: BTreeMap<char, usize> = seen.iter().map(|c| (*c, company.matches(*c).count())).collect();
    let total = money::round_to(Decimal::from(counts.len() as u64), dates::quarter(input.today) as u32);
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
