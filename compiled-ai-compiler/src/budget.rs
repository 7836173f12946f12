//! What a run may spend. Checked before each request with the worst case of its reply, so that a limit is never passed by a
//! reply that turns out long.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::Tokens;
use crate::price::{Price, dollars};

/// By how much a provider's count of a prompt may exceed the one that is made here.
///
/// Published comparisons with the vocabulary used here: 30 % more tokens for code (Claude 3.5 Sonnet against GPT-4o,
/// 2025), and up to 35 % more for the same text with a later tokenizer of that vendor (2026). 1.8 covers both at once.
pub const SAFETY: f64 = 1.8;

/// How much may be spent; `None` is no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Limit {
    /// US dollars.
    pub usd: Option<Decimal>,
    /// Tokens, of prompts and replies.
    pub tokens: Option<u64>,
}

impl Limit {
    /// Whether there is any limit.
    pub fn is_set(&self) -> bool {
        self.usd.is_some() || self.tokens.is_some()
    }
}

/// What a run may spend, in all and for single specs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Budget {
    /// For all specs of a run together.
    pub run: Limit,
    /// For single specs, by the stem of their file.
    pub specs: BTreeMap<String, Limit>,
}

impl Budget {
    /// Whether dollars are limited for the spec `stem`.
    pub fn limits_dollars(&self, stem: &str) -> bool {
        self.run.usd.is_some() || self.specs.get(stem).is_some_and(|limit| limit.usd.is_some())
    }
}

/// What was spent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spent {
    /// US dollars, as far as prices are known.
    pub usd: Decimal,
    /// Tokens, of prompts and replies.
    pub tokens: u64,
}

impl Spent {
    fn add(&mut self, other: Spent) {
        self.usd = self.usd.saturating_add(other.usd);
        self.tokens = self.tokens.saturating_add(other.tokens);
    }
}

/// The money of one run: goes from spec to spec.
#[derive(Debug, Clone, Default)]
pub struct Purse {
    /// What may be spent; each crate of a workspace may have its own limits on what the run has spent so far.
    pub budget: Budget,
    spent: Spent,
    by_spec: BTreeMap<String, Spent>,
}

/// What a request may take at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorstCase {
    /// Tokens of the prompt, with [`SAFETY`].
    pub input: u64,
    /// Tokens of the longest reply.
    pub output: u64,
    /// US dollars; `None` where there is no price.
    pub usd: Option<Decimal>,
}

impl WorstCase {
    /// Of a prompt with this many tokens by our count, and a reply of at most `output` tokens.
    pub fn new(counted: u64, output: u64, price: Option<&Price>) -> Self {
        let input = (counted as f64 * SAFETY).ceil() as u64;
        Self { input, output, usd: price.map(|price| price.at_most(input, output)) }
    }

    /// Tokens of prompt and reply.
    pub fn tokens(&self) -> u64 {
        self.input.saturating_add(self.output)
    }
}

/// A limit that the next request could pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    /// Whose limit: `None` is the run's, otherwise that of the spec with this stem.
    pub spec: Option<String>,
    /// What the limit is on, with its amount: `$0.50` or `20000 tokens`.
    pub limit: String,
    /// What was spent of it.
    pub spent: String,
    /// What is left of it.
    pub left: String,
    /// What the next request could take.
    pub needed: String,
}

impl Purse {
    /// A purse from which nothing was spent.
    pub fn new(budget: Budget) -> Self {
        Self { budget, ..Self::default() }
    }

    /// Whether a request may be made for the spec `stem`.
    ///
    /// # Errors
    /// Each limit that it could pass. A limit in dollars without a price is passed by any request.
    pub fn check(&self, stem: &str, worst: &WorstCase) -> Result<(), Vec<Short>> {
        let of_spec = self.budget.specs.get(stem).copied().unwrap_or_default();
        let spent = self.by_spec.get(stem).copied().unwrap_or_default();
        let limits = [(None, self.budget.run, self.spent), (Some(stem.to_owned()), of_spec, spent)];
        let short: Vec<Short> =
            limits.into_iter().flat_map(|(spec, limit, spent)| short(spec, limit, spent, worst)).collect();
        if short.is_empty() { Ok(()) } else { Err(short) }
    }

    /// Notes what a request for the spec `stem` took.
    pub fn spend(&mut self, stem: &str, tokens: &Tokens, usd: Option<Decimal>) {
        let spent = Spent { usd: usd.unwrap_or_default(), tokens: tokens.input.saturating_add(tokens.output) };
        self.spent.add(spent);
        self.by_spec.entry(stem.to_owned()).or_default().add(spent);
    }

    /// What this run has spent.
    pub fn spent(&self) -> Spent {
        self.spent
    }

    /// What is left for the spec `stem`, in a few words: the tighter of the run's limit and its own; `None` without limits.
    pub fn left(&self, stem: &str) -> Option<String> {
        let of_spec = self.budget.specs.get(stem).copied().unwrap_or_default();
        let spent = self.by_spec.get(stem).copied().unwrap_or_default();
        let pairs = [(self.budget.run, self.spent), (of_spec, spent)];
        let usd = pairs.iter().filter_map(|(limit, spent)| Some((limit.usd? - spent.usd).max(Decimal::ZERO))).min();
        let tokens = pairs.iter().filter_map(|(limit, spent)| Some(limit.tokens?.saturating_sub(spent.tokens))).min();
        let parts: Vec<String> =
            usd.map(dollars).into_iter().chain(tokens.map(|tokens| format!("{tokens} tokens"))).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

fn short(spec: Option<String>, limit: Limit, spent: Spent, worst: &WorstCase) -> Vec<Short> {
    let mut found = Vec::new();
    if let Some(usd) = limit.usd
        && worst.usd.is_none_or(|worst| spent.usd.saturating_add(worst) > usd)
    {
        found.push(Short {
            spec: spec.clone(),
            limit: dollars(usd),
            spent: dollars(spent.usd),
            left: dollars((usd - spent.usd).max(Decimal::ZERO)),
            needed: worst.usd.map_or_else(|| "an unknown price".to_owned(), dollars),
        });
    }
    if let Some(tokens) = limit.tokens
        && spent.tokens.saturating_add(worst.tokens()) > tokens
    {
        found.push(Short {
            spec,
            limit: format!("{tokens} tokens"),
            spent: format!("{} tokens", spent.tokens),
            left: format!("{} tokens", tokens.saturating_sub(spent.tokens)),
            needed: format!("{} tokens ({} of the prompt, {} of the reply)", worst.tokens(), worst.input, worst.output),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TokenSource;

    fn price() -> Price {
        Price {
            input: Decimal::from(1),
            cached: None,
            written: None,
            output: Decimal::from(10),
            date: "2026-05-01".to_owned(),
        }
    }

    fn budget(usd: Option<Decimal>, tokens: Option<u64>) -> Budget {
        Budget { run: Limit { usd, tokens }, specs: BTreeMap::new() }
    }

    #[test]
    fn the_worst_case_is_checked_and_not_the_likely_one() {
        // 1,000 counted tokens may be 1,800; with 1,000 of a reply that is 2,800 tokens and 0.0118 dollars.
        let worst = WorstCase::new(1000, 1000, Some(&price()));
        assert_eq!((worst.tokens(), worst.usd.map(|usd| usd.to_string())), (2800, Some("0.0118".to_owned())));
        assert!(Purse::new(budget(None, Some(2800))).check("a", &worst).is_ok());
        assert!(Purse::new(budget(None, Some(2799))).check("a", &worst).is_err());
        assert!(Purse::new(budget(Some(Decimal::new(118, 4)), None)).check("a", &worst).is_ok());
        assert!(Purse::new(budget(Some(Decimal::new(117, 4)), None)).check("a", &worst).is_err());
        assert!(Purse::default().check("a", &worst).is_ok());
    }

    #[test]
    fn what_was_spent_counts_for_the_run_and_for_its_spec() {
        let mut budget = budget(None, Some(10_000));
        budget.specs.insert("a".to_owned(), Limit { usd: None, tokens: Some(5_000) });
        let mut purse = Purse::new(budget);
        let worst = WorstCase::new(1000, 1000, None);
        purse.spend(
            "a",
            &Tokens { input: 2_000, cached: 0, written: 0, output: 500, from: TokenSource::Provider },
            None,
        );
        let short = purse.check("a", &worst).unwrap_err();
        assert_eq!((short.len(), short[0].spec.as_deref(), short[0].left.as_str()), (1, Some("a"), "2500 tokens"));
        assert!(purse.check("b", &worst).is_ok());
        assert_eq!(purse.left("a").as_deref(), Some("2500 tokens"));
        assert_eq!(purse.left("b").as_deref(), Some("7500 tokens"));
    }

    #[test]
    fn dollars_without_a_price_are_refused() {
        let worst = WorstCase::new(1, 1, None);
        assert!(Purse::new(budget(Some(Decimal::from(1000)), None)).check("a", &worst).is_err());
        assert_eq!(Purse::default().left("a"), None);
    }
}
