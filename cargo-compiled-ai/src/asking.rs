//! Flags that say which model is asked, how often, and for how much.

use std::str::FromStr;

use clap::Args;
use compiled_ai_compiler::config::{Config, ConfigError, Flags};
use rust_decimal::Decimal;

/// What `--help` says below the flags.
pub(crate) const AFTER: &str = "\
Before each request its worst case is checked against what is left: the prompt as counted here
times 1.8, and the longest reply (`max_output_tokens`). Requests that led to nothing count too.
`cargo compiled-ai plan` estimates without asking. A limit in dollars needs prices in
compiled-ai.toml: [price] with input and output (per million tokens) and date.

What was paid for is kept when a run is cut short (Ctrl-C, a limit, a lost connection): the next
one does not pay again.

Each flag wins over its environment variable (COMPILED_AI_MODEL, COMPILED_AI_MAX_USD, ...), that
over compiled-ai.toml of the crate, that over the workspace's. `cargo compiled-ai doctor` shows
what holds and where it comes from.";

/// Which model is asked, how often, and for how much.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Asking {
    /// Ask through this kind of provider
    #[arg(long, value_name = "KIND")]
    provider: Option<String>,
    /// Ask this model, or the one of the table [models.NAME], and no other
    #[arg(long, value_name = "NAME")]
    model: Option<String>,
    /// Ask the model at most this often per spec
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(u8).range(1..=5))]
    attempts: Option<u8>,
    /// Ask for up to this many replies to the same prompt, until one passes
    #[arg(long, value_name = "1-8", value_parser = clap::value_parser!(u8).range(1..=8))]
    candidates: Option<u8>,
    /// Spend at most this many US dollars in this run, or for one spec: 0.50, receipt=0.20
    #[arg(long, value_name = "[SPEC=]USD", value_parser = limit::<Decimal>)]
    max_usd: Vec<Limit<Decimal>>,
    /// Use at most this many tokens in this run, or for one spec: 50000, receipt=20000
    #[arg(long, value_name = "[SPEC=]COUNT", value_parser = limit::<u64>)]
    max_tokens: Vec<Limit<u64>>,
}

/// A limit on a run, or on one spec by its stem.
#[derive(Debug, Clone)]
struct Limit<T> {
    spec: Option<String>,
    amount: T,
}

impl Asking {
    /// `config` with these flags above it.
    pub(crate) fn apply(&self, config: &Config) -> Result<Config, ConfigError> {
        fn pairs<T: Copy>(limits: &[Limit<T>]) -> Vec<(Option<String>, T)> {
            limits.iter().map(|limit| (limit.spec.clone(), limit.amount)).collect()
        }
        config.clone().with(&Flags {
            provider: self.provider.clone(),
            model: self.model.clone(),
            attempts: self.attempts,
            candidates: self.candidates,
            max_usd: pairs(&self.max_usd),
            max_tokens: pairs(&self.max_tokens),
        })
    }

    /// The stems of the specs that have a limit of their own.
    pub(crate) fn limited(&self) -> impl Iterator<Item = &str> {
        let usd = self.max_usd.iter().filter_map(|limit| limit.spec.as_deref());
        usd.chain(self.max_tokens.iter().filter_map(|limit| limit.spec.as_deref()))
    }
}

fn limit<T: FromStr + PartialOrd + Default>(text: &str) -> Result<Limit<T>, String> {
    let (spec, amount) = match text.split_once('=') {
        Some(("", _)) => return Err("a spec is missing before `=`".to_owned()),
        Some((spec, amount)) => (Some(spec.to_owned()), amount),
        None => (None, text),
    };
    match amount.trim().trim_start_matches('$').parse::<T>() {
        Ok(amount) if amount >= T::default() => Ok(Limit { spec, amount }),
        _ => Err("expected an amount such as 0.50 or 50000, of dollars or whole tokens".to_owned()),
    }
}
