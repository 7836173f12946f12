//! When compiling pays: what a spec cost to generate, what a call would cost a model that is asked at run time, and the number
//! of calls from which the compiled function is the cheaper one.
//!
//! Figures come from locks (what generation took), from the spec (what a direct call takes, see [`direct`]) and from the
//! paper ([`paper`]), and every one says which. docs/stats.md defines each.

pub mod curve;
pub mod direct;
mod html;
mod json;
mod lines;
pub mod paper;

use compiled_ai_core::lock::{Attempt, Lock};
use compiled_ai_core::spec::Spec;
use rust_decimal::prelude::ToPrimitive as _;

use crate::ledger::Unlocked;
use crate::model::{TokenSource, Tokens};
use crate::price::Price;

pub use direct::Call;
pub use html::html;
pub use json::json;
pub use lines::{dollar_lines, token_lines};

/// The figures of one spec.
#[derive(Debug, Clone, PartialEq)]
pub struct SpecStats {
    /// The stem of its file.
    pub name: String,
    /// What a direct call would take.
    pub call: Call,
    /// What its artifact took; `None` while nothing is locked that fits.
    pub locked: Option<Locked>,
}

/// What a locked artifact took, and what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Locked {
    /// All attempts together.
    pub generation: Generation,
    /// How many there were.
    pub attempts: usize,
    /// Lines of the artifact that are neither empty nor its header.
    pub lines: usize,
    /// Bytes of the artifact without its header.
    pub bytes: usize,
    /// Bytes of what the spec states, over `bytes`; see [`direct::stated_bytes`].
    pub compression: f64,
}

/// What generation took.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Generation {
    /// Tokens of all prompts.
    pub input: u64,
    /// Of those, the ones that a provider read from its cache.
    pub cached: u64,
    /// Of those, the ones that were written to a provider's cache.
    pub written: u64,
    /// Tokens of all replies.
    pub output: u64,
    /// Where the counts come from.
    pub from: Counted,
    /// US dollars; `None` where neither the lock nor the configuration knows a price.
    pub dollars: Option<f64>,
    /// Whether the dollars stand in the lock; otherwise they are the lock's tokens at the configured price.
    pub dollars_locked: bool,
    /// Seconds that providers took.
    pub seconds: f64,
}

/// Where token counts come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Counted {
    /// The provider measured all of them.
    #[default]
    Measured,
    /// All were counted here.
    Estimated,
    /// Some of each.
    Mixed,
}

impl Counted {
    /// The word for it: `measured`, `estimated` or `mixed`.
    pub fn name(self) -> &'static str {
        match self {
            Counted::Measured => "measured",
            Counted::Estimated => "estimated",
            Counted::Mixed => "mixed",
        }
    }
}

impl Generation {
    /// Tokens of prompts and replies.
    pub fn tokens(&self) -> u64 {
        self.input.saturating_add(self.output)
    }

    /// Of these attempts; where a lock states no dollars, at `price`.
    pub fn of(attempts: &[Attempt], price: Option<&Price>) -> Self {
        let sum = |pick: fn(&Attempt) -> u64| attempts.iter().map(pick).fold(0, u64::saturating_add);
        let locked: Option<f64> = attempts.iter().map(|attempt| attempt.dollars).sum();
        let measured = attempts.iter().filter(|attempt| attempt.is_measured()).count();
        let from = match measured {
            0 => Counted::Estimated,
            all if all == attempts.len() => Counted::Measured,
            _ => Counted::Mixed,
        };
        let at_price = |price: &Price| {
            let cost = |attempt: &Attempt| {
                let tokens = Tokens {
                    input: attempt.tokens_in,
                    cached: attempt.tokens_cached,
                    written: attempt.tokens_written,
                    output: attempt.tokens_out,
                    from: TokenSource::Estimated,
                };
                price.of(&tokens).to_f64()
            };
            attempts.iter().map(cost).sum::<Option<f64>>()
        };
        Self {
            input: sum(|attempt| attempt.tokens_in),
            cached: sum(|attempt| attempt.tokens_cached),
            written: sum(|attempt| attempt.tokens_written),
            output: sum(|attempt| attempt.tokens_out),
            from,
            // In millionths, as locks state them: a sum of floats has a tail.
            dollars: locked.or_else(|| price.and_then(at_price)).map(|sum| (sum * 1e6).round() / 1e6),
            dollars_locked: locked.is_some(),
            seconds: attempts.iter().map(|attempt| attempt.seconds).sum(),
        }
    }
}

impl SpecStats {
    /// The figures of `spec`, with what is locked for it (lock and text of the artifact) and the price of the model that a direct
    /// call would ask.
    pub fn new(name: &str, spec: &Spec, locked: Option<(&Lock, &str)>, price: Option<&Price>) -> Self {
        let locked = locked.map(|(lock, artifact)| {
            let code = code(artifact);
            Locked {
                generation: Generation::of(&lock.attempts, price),
                attempts: lock.attempts.len(),
                lines: code.lines().filter(|line| !line.trim().is_empty()).count(),
                bytes: code.len(),
                compression: direct::stated_bytes(spec) as f64 / code.len().max(1) as f64,
            }
        });
        Self { name: name.to_owned(), call: Call::of(spec, price), locked }
    }

    /// The number of calls from which on the compiled function took fewer tokens: generation over a call. `None` while nothing
    /// is locked.
    pub fn break_even(&self) -> Option<f64> {
        Some(self.locked.as_ref()?.generation.tokens() as f64 / self.call.tokens().max(1.0))
    }

    /// The same in dollars, which differ because replies cost more than prompts; `None` without a price.
    pub fn break_even_dollars(&self) -> Option<f64> {
        let call = self.call.dollars.filter(|dollars| *dollars > 0.0)?;
        Some(self.locked.as_ref()?.generation.dollars? / call)
    }
}

impl Locked {
    /// Whether the first reply passed every stage.
    pub fn is_first_pass(&self) -> bool {
        self.attempts == 1
    }

    /// Lines of code per token of generation.
    pub fn lines_per_token(&self) -> f64 {
        self.lines as f64 / self.generation.tokens().max(1) as f64
    }
}

/// The figures of several specs.
#[derive(Debug, Clone, PartialEq)]
pub struct Stats {
    /// Each spec.
    pub specs: Vec<SpecStats>,
    /// What was spent on this machine without that anything was locked; `None` if its ledger can't be read.
    pub unlocked: Option<Unlocked>,
    /// The day of the configured price, if there is one.
    pub price_date: Option<String>,
}

/// The figures of all locked specs together.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// How many specs are locked.
    pub specs: usize,
    /// All generation.
    pub generation: Generation,
    /// The median over specs of the tokens of generation.
    pub median_tokens: f64,
    /// The share of specs whose first reply passed, 0 to 1.
    pub first_pass: f64,
    /// Attempts per spec.
    pub mean_attempts: f64,
    /// Tokens that a direct call takes, the mean over specs.
    pub call_tokens: f64,
    /// Dollars that a direct call costs, the mean over specs; `None` without a price.
    pub call_dollars: Option<f64>,
    /// Calls of each spec until all of them together have paid: all generation over one direct call of each.
    pub break_even: f64,
    /// The median over specs of the break-even.
    pub median_break_even: f64,
    /// Lines of code per token of generation.
    pub lines_per_token: f64,
    /// Bytes stated over bytes of code.
    pub compression: f64,
}

impl Stats {
    /// All locked specs together; `None` if there is none.
    pub fn summary(&self) -> Option<Summary> {
        let locked: Vec<(&SpecStats, &Locked)> =
            self.specs.iter().filter_map(|spec| Some((spec, spec.locked.as_ref()?))).collect();
        let count = locked.len() as f64;
        let mut generation = Generation { from: locked.first()?.1.generation.from, ..Generation::default() };
        for (_, Locked { generation: one, .. }) in &locked {
            generation.input = generation.input.saturating_add(one.input);
            generation.cached = generation.cached.saturating_add(one.cached);
            generation.written = generation.written.saturating_add(one.written);
            generation.output = generation.output.saturating_add(one.output);
            generation.seconds += one.seconds;
            if one.from != generation.from {
                generation.from = Counted::Mixed;
            }
        }
        generation.dollars = locked.iter().map(|(_, one)| one.generation.dollars).sum();
        generation.dollars_locked = locked.iter().all(|(_, one)| one.generation.dollars_locked);
        let sum =
            |pick: &dyn Fn(&SpecStats, &Locked) -> f64| locked.iter().map(|(spec, one)| pick(spec, one)).sum::<f64>();
        let median_of = |pick: &dyn Fn(&SpecStats, &Locked) -> f64| {
            median(locked.iter().map(|(spec, one)| pick(spec, one)).collect())
        };
        let tokens = generation.tokens() as f64;
        let calls = sum(&|spec, _| spec.call.tokens());
        Some(Summary {
            specs: locked.len(),
            median_tokens: median_of(&|_, one| one.generation.tokens() as f64),
            first_pass: sum(&|_, one| f64::from(u8::from(one.is_first_pass()))) / count,
            mean_attempts: sum(&|_, one| one.attempts as f64) / count,
            call_tokens: calls / count,
            call_dollars: locked.iter().map(|(spec, _)| spec.call.dollars).sum::<Option<f64>>().map(|sum| sum / count),
            break_even: tokens / calls.max(1.0),
            median_break_even: median_of(&|spec, _| spec.break_even().unwrap_or_default()),
            lines_per_token: sum(&|_, one| one.lines as f64) / tokens.max(1.0),
            compression: sum(&|_, one| one.compression * one.bytes as f64) / sum(&|_, one| one.bytes as f64).max(1.0),
            generation,
        })
    }
}

/// The artifact without the header that says what made it.
fn code(artifact: &str) -> &str {
    let header: usize = artifact.split_inclusive('\n').take_while(|line| line.starts_with("//")).map(str::len).sum();
    artifact[header..].trim()
}

/// The middle one, or the mean of the two in the middle; 0 of nothing.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => 0.0,
        count if count % 2 == 1 => values[count / 2],
        count => f64::midpoint(values[count / 2 - 1], values[count / 2]),
    }
}

#[cfg(test)]
mod tests;
