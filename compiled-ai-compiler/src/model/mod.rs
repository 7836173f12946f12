//! Model providers: a prompt goes in, a reply comes out.

mod command;
mod endpoint;
mod http;
mod probe;
mod proxy;
mod record;
mod replay;
mod scrub;
mod secret;
mod settings;
mod wire;
mod world;

use std::time::Duration;

use compiled_ai_core::diagnostic::Code;
use compiled_ai_core::hash::Hash;

pub use command::Command;
pub use probe::{Reached, reachable, reachable_in};
pub use record::Record;
pub use replay::Replay;
pub use settings::{Api, DEFAULT_MAX_OUTPUT_TOKENS, Kind, Settings, provider, provider_in};
pub use world::{System, World};

/// The largest reply that is taken, in bytes; a candidate has at most 128 KiB, and prose around it is short.
pub const MAX_REPLY: usize = 1 << 20;

/// What is asked of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What is the same for every spec: comes first, so that a provider can cache it.
    pub system: String,
    /// The spec, the examples that may be shown, and in a repair what went wrong.
    pub user: String,
    /// How many tokens the reply may have at most, where a budget allows fewer than [`Settings::max_output_tokens`].
    pub max_output_tokens: Option<u32>,
}

impl Prompt {
    /// A prompt whose reply is limited by the provider's settings only.
    pub fn new(system: impl Into<String>, user: impl Into<String>) -> Self {
        Self { system: system.into(), user: user.into(), max_output_tokens: None }
    }

    /// The whole prompt as one text: what a provider without roles gets.
    pub fn text(&self) -> String {
        format!("{}\n\n{}", self.system.trim_end(), self.user)
    }

    /// The hash of the whole text: names recorded replies.
    pub fn hash(&self) -> Hash {
        Hash::of(self.text())
    }
}

/// What a model answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The text.
    pub text: String,
    /// Token counts.
    pub tokens: Tokens,
    /// Why the model stopped.
    pub stop: Stop,
    /// The model's name as the provider reports it; empty where it does not say.
    pub model: String,
    /// How long the provider took.
    pub took: Duration,
}

/// Why a model stopped writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// It had said all, as far as the provider tells.
    End,
    /// The reply reached the limit of tokens and is cut off.
    Limit,
    /// It refuses to answer.
    Refused,
}

/// Token counts of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tokens {
    /// Of the prompt, those read from the provider's cache and written to it included.
    pub input: u64,
    /// Of those, the ones that the provider read from its cache.
    pub cached: u64,
    /// Of those, the ones that the provider wrote to its cache, where it charges for that apart.
    pub written: u64,
    /// Of the reply.
    pub output: u64,
    /// Where the counts come from.
    pub from: TokenSource,
}

/// Where token counts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenSource {
    /// The provider measured them.
    Provider,
    /// They were counted here, with a tokenizer that need not be the model's.
    Estimated,
}

impl TokenSource {
    /// The word for it in a lock: `provider` or `estimated`.
    pub fn name(self) -> &'static str {
        match self {
            TokenSource::Provider => "provider",
            TokenSource::Estimated => "estimated",
        }
    }
}

impl Tokens {
    /// An estimate for providers that report none.
    pub fn estimate(prompt: &str, reply: &str) -> Self {
        let tokens = |text: &str| crate::tokens::count(text);
        Self { input: tokens(prompt), cached: 0, written: 0, output: tokens(reply), from: TokenSource::Estimated }
    }
}

/// A pause before a request is repeated.
#[derive(Debug, Clone, PartialEq)]
pub struct Pause {
    /// How long.
    pub length: Duration,
    /// What went wrong, in a few words.
    pub why: String,
}

/// Something that answers prompts.
pub trait Provider {
    /// The kind of provider, as in `compiled-ai.toml`.
    fn kind(&self) -> &'static str;

    /// Asks for a reply; `on_pause` is told when a request is to be repeated.
    ///
    /// # Errors
    /// There is no usable reply; the error says why, what to do, and what was paid for all the same. A model that refuses and a
    /// reply that was cut off at the limit of tokens are errors too.
    fn ask(&mut self, prompt: &Prompt, on_pause: &mut dyn FnMut(Pause)) -> Result<Reply, ProviderError>;
}

/// Why a provider gave no reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderError {
    /// The code that explains it.
    pub code: Code,
    /// What went wrong.
    pub message: String,
    /// Facts, such as the end of what the program wrote to standard error.
    pub notes: Vec<String>,
    /// What to do next.
    pub help: String,
    /// What was paid for without a usable reply; estimated where the provider may have charged for a reply that never arrived.
    pub spent: Option<Box<Tokens>>,
}

impl ProviderError {
    /// An error without notes and help, for which nothing was paid.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), notes: vec![], help: String::new(), spent: None }
    }

    /// Says what to do next.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// Adds a fact.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Says what was paid for.
    #[must_use]
    pub fn spent(mut self, tokens: Tokens) -> Self {
        self.spent = Some(Box::new(tokens));
        self
    }
}

impl std::fmt::Display for ProviderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ProviderError {}
