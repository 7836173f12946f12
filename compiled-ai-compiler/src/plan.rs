//! What a compilation is likely to take, and what it takes at worst: known without asking anybody.

use compiled_ai_core::lock::Lock;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::split::split;
use rust_decimal::Decimal;

use crate::ask::schedule;
use crate::budget::WorstCase;
use crate::config::ModelSettings;
use crate::model::{TokenSource, Tokens};
use crate::prompt::Prompts;
use crate::tokens;
use crate::validate::security::Profile;

/// What earlier compilations of the project took: the guess for the next one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct History {
    /// Tokens of a reply, the mean.
    pub reply: f64,
    /// Attempts until one was locked, the mean.
    pub attempts: f64,
    /// How many locks that is from; 0 where it is [`History::PRIOR`].
    pub locks: usize,
}

impl History {
    /// What is assumed where nothing is locked yet: a reply of 2,100 tokens, the mean of the four showcase specs of compiled-ai's
    /// own repository, and two attempts, which is a cautious guess and no measurement.
    pub const PRIOR: Self = Self { reply: 2100.0, attempts: 2.0, locks: 0 };

    /// From what is locked, whether it is current or not.
    pub fn of<'a>(locks: impl IntoIterator<Item = &'a Lock>) -> Self {
        let (mut tokens, mut attempts, mut count) = (0_u64, 0, 0);
        for lock in locks.into_iter().filter(|lock| !lock.attempts.is_empty()) {
            tokens = lock.attempts.iter().fold(tokens, |sum, attempt| sum.saturating_add(attempt.tokens_out));
            attempts += lock.attempts.len();
            count += 1;
        }
        if count == 0 {
            return Self::PRIOR;
        }
        Self { reply: tokens as f64 / attempts as f64, attempts: attempts as f64 / count as f64, locks: count }
    }
}

/// What one spec is likely to take.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// Tokens of the first prompt, by the tokenizer used here.
    pub prompt: u64,
    /// Tokens that are likely in all: the likely number of attempts, each with the first prompt and a likely reply.
    pub tokens: u64,
    /// The same in US dollars; `None` where a model that may be asked has no price.
    pub usd: Option<Decimal>,
    /// Tokens of the first request at worst: what the budget must have room for to begin.
    pub first_worst: u64,
    /// The same in US dollars.
    pub first_worst_usd: Option<Decimal>,
    /// Tokens of every attempt at worst, with repairs that show a candidate of the longest reply.
    pub worst: u64,
    /// The same in US dollars.
    pub worst_usd: Option<Decimal>,
}

/// Room for what a repair says is wrong with a candidate, in tokens.
const FEEDBACK: u64 = 4_000;

impl Estimate {
    /// For `spec`, with these models (never empty), so many attempts at most and so many candidates each.
    pub fn new(spec: &Spec, models: &[ModelSettings], attempts: u8, candidates: u8, history: &History) -> Self {
        let prompt = Prompts::new(spec, &split(spec).shown, Profile::gate_1()).first();
        let prompt = tokens::count(&prompt.text());
        let own: Vec<Option<u8>> = models.iter().map(|model| model.attempts).collect();
        let turns = schedule(&own, attempts);
        let worst = |turn: usize, prompt: u64| {
            let model = &models[turn];
            WorstCase::new(prompt, model.max_output_tokens, model.price.as_ref())
        };
        let reply = history.reply.round() as u64;
        // The likely number of attempts may be 1.4: as many whole ones, and a part of the next.
        let (mut likely, mut likely_usd) = (0.0, Some(Decimal::ZERO));
        let (mut most, mut most_usd) = (0_u64, Some(Decimal::ZERO));
        let sum = |sum: Option<Decimal>, more: Option<Decimal>| Some(sum?.saturating_add(more?));
        for (index, &turn) in turns.iter().enumerate() {
            let share = (history.attempts - index as f64).clamp(0.0, 1.0);
            likely += share * (prompt + reply) as f64;
            let expected = Tokens { input: prompt, cached: 0, written: 0, output: reply, from: TokenSource::Estimated };
            let usd = models[turn].price.as_ref().map(|price| price.of(&expected));
            let share = Decimal::try_from(share).unwrap_or(Decimal::ONE);
            likely_usd = sum(likely_usd, usd.map(|usd| usd.saturating_mul(share)));
            let longest = models.iter().map(|model| model.max_output_tokens).max().unwrap_or_default();
            let repair = if index == 0 { 0 } else { longest + FEEDBACK };
            let worst = worst(turn, prompt + repair);
            most = most.saturating_add(worst.tokens().saturating_mul(u64::from(candidates)));
            most_usd = sum(most_usd, worst.usd.map(|usd| usd.saturating_mul(Decimal::from(candidates))));
        }
        let first = worst(turns.first().copied().unwrap_or_default(), prompt);
        Self {
            prompt,
            tokens: likely.round() as u64,
            usd: likely_usd.map(|usd| usd.round_dp(6)),
            first_worst: first.tokens(),
            first_worst_usd: first.usd,
            worst: most,
            worst_usd: most_usd,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};

    use compiled_ai_core::files::Memory;
    use compiled_ai_core::load::load;

    use super::*;
    use crate::price::Price;

    fn model(name: &str, price: u32, attempts: Option<u8>) -> ModelSettings {
        let price = Price {
            input: price.into(),
            cached: None,
            written: None,
            output: (price * 2).into(),
            date: "2026-05-01".to_owned(),
        };
        ModelSettings {
            name: name.to_owned(),
            provider: Some("command".to_owned()),
            model: name.to_owned(),
            command: vec![],
            directory: PathBuf::new(),
            replay: None,
            record: None,
            base_url: None,
            key_env: None,
            key_header: None,
            headers_env: BTreeMap::new(),
            api: None,
            context_tokens: None,
            allow_plain_http: false,
            connect: None,
            timeout: None,
            total: None,
            max_output_tokens: 1000,
            temperature: None,
            price: Some(price),
            attempts,
        }
    }

    fn spec() -> Spec {
        let text = "spec: 1\nname: double\nabout: Double a number.\ninput:\n  n: int\noutput:\n  twice: int\n\
                    examples:\n  - { input: { n: 1 }, output: { twice: 2 } }\n  - { input: { n: 2 }, output: { twice: 4 } }\n";
        load(&Memory::default().with("a.yaml", text), Path::new("a.yaml"), "a.yaml").spec.unwrap()
    }

    #[test]
    fn the_worst_case_covers_every_attempt_and_the_likely_one_some() {
        let history = History { reply: 100.0, attempts: 1.5, locks: 1 };
        let estimate = |models: &[ModelSettings], attempts, candidates| {
            Estimate::new(&spec(), models, attempts, candidates, &history)
        };
        let one = estimate(&[model("a", 1, None)], 1, 1);
        assert_eq!((one.tokens, one.worst), (one.prompt + 100, one.first_worst));
        let two = estimate(&[model("a", 1, None)], 2, 1);
        assert_eq!(two.tokens, ((one.prompt + 100) as f64 * 1.5).round() as u64);
        assert!(two.worst > 2 * one.worst, "a repair shows the candidate as well");
        assert_eq!(estimate(&[model("a", 1, None)], 2, 3).worst, 3 * two.worst);
        // The second attempt is the strong model's, at ten times the price; half of it is likely.
        let escalated = estimate(&[model("a", 1, Some(1)), model("b", 10, None)], 2, 1);
        assert_eq!(escalated.usd.unwrap(), one.usd.unwrap() * Decimal::from(6));
        let unpriced = ModelSettings { price: None, ..model("b", 10, None) };
        let estimate = estimate(&[model("a", 1, Some(1)), unpriced], 2, 1);
        assert_eq!((estimate.usd, estimate.worst_usd), (None, None));
        assert!(estimate.first_worst_usd.is_some());
    }

    #[test]
    fn history_is_the_mean_of_what_was_locked_or_stated() {
        assert_eq!(History::of([]), History::PRIOR);
        let text = include_str!("../../specs/compiled-ai/address/lock.toml");
        let lock = Lock::parse(text).unwrap();
        let history = History::of([&lock, &lock]);
        assert_eq!((history.attempts, history.locks), (lock.attempts.len() as f64, 2));
        assert_eq!(history.reply, lock.attempts[0].tokens_out as f64);
    }
}
