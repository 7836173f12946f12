//! What `compiled-ai.toml` may hold: one table, from which the reader, the environment, `doctor` and the documentation's test
//! all take their keys.

/// What sort of value a key has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Any text.
    Text,
    /// A list of texts; in an environment variable with commas between.
    Words,
    /// A path, relative to the file that names it; from the environment or a flag, to where the command runs.
    Path,
    /// A whole number within limits.
    Whole(u64, u64),
    /// A number of at least 0 and at most this, with decimals.
    Amount(u32),
    /// A day, `2026-05-01`.
    Day,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// The name of an environment variable.
    Variable,
    /// An `https:` or `http:` address.
    Address,
    /// `true` or `false`.
    Switch,
}

/// A key of the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Its path with dots between: `model`, `price.input`.
    pub name: &'static str,
    /// What sort of value it has.
    pub sort: Sort,
    /// The environment variable that sets it, if there is one.
    pub variable: Option<&'static str>,
    /// The value without any setting, as `doctor` shows it.
    pub default: &'static str,
    /// Whether it is about one model, and may stand in a table `[models.<name>]`.
    pub is_of_model: bool,
    /// What it says, in a few words.
    pub what: &'static str,
}

/// The kinds of providers.
pub const PROVIDERS: &[&str] = &["anthropic", "openai", "gemini", "ollama", "command", "replay"];

/// The protocols of `openai`.
const APIS: &[&str] = &["responses", "chat"];

const fn model(
    name: &'static str,
    sort: Sort,
    variable: Option<&'static str>,
    default: &'static str,
    what: &'static str,
) -> Key {
    Key { name, sort, variable, default, is_of_model: true, what }
}

const fn run(
    name: &'static str,
    sort: Sort,
    variable: Option<&'static str>,
    default: &'static str,
    what: &'static str,
) -> Key {
    Key { name, sort, variable, default, is_of_model: false, what }
}

/// Dollars per million tokens beyond which a price is a mistake.
const DEAREST: u32 = 100_000;

/// Every key. Those of `[budget.specs.<name>]` are those of `[budget]`.
pub const KEYS: &[Key] = &[
    model("provider", Sort::Choice(PROVIDERS), Some("COMPILED_AI_PROVIDER"), "", "how a model is reached"),
    model("model", Sort::Text, Some("COMPILED_AI_MODEL"), "", "the model's name"),
    model("command", Sort::Words, None, "", "for `command`: the program and its arguments"),
    model("replay", Sort::Path, Some("COMPILED_AI_REPLAY"), "", "for `replay`: the folder of the replies"),
    model("record", Sort::Path, Some("COMPILED_AI_RECORD"), "", "a folder to keep replies in, for `replay`"),
    model("base_url", Sort::Address, Some("COMPILED_AI_BASE_URL"), "the vendor's", "where the provider is"),
    model(
        "key_env",
        Sort::Variable,
        Some("COMPILED_AI_KEY_ENV"),
        "the vendor's",
        "the environment variable that holds the key",
    ),
    model("key_header", Sort::Text, None, "the vendor's", "the header that carries the key"),
    model("api", Sort::Choice(APIS), None, "", "for `openai`: which protocol the server speaks"),
    model("context_tokens", Sort::Whole(1024, 10_000_000), None, "", "for `ollama`: the size of the context"),
    model("allow_plain_http", Sort::Switch, None, "false", "lets a key go to another machine unencrypted"),
    model("connect_seconds", Sort::Whole(1, 86_400), None, "20", "how long it may take to connect"),
    model(
        "timeout_seconds",
        Sort::Whole(1, 86_400),
        Some("COMPILED_AI_TIMEOUT_SECONDS"),
        "600; of `command` 1800",
        "how long a request may take",
    ),
    model("total_seconds", Sort::Whole(1, 86_400), None, "1800", "how long a reply may take, with repeated requests"),
    model(
        "max_output_tokens",
        Sort::Whole(256, 1_000_000),
        Some("COMPILED_AI_MAX_OUTPUT_TOKENS"),
        "16000",
        "the longest reply",
    ),
    model("temperature", Sort::Amount(2), Some("COMPILED_AI_TEMPERATURE"), "the model's own", "how much replies vary"),
    model("price.input", Sort::Amount(DEAREST), None, "", "US dollars per million tokens of prompts"),
    model("price.cached", Sort::Amount(DEAREST), None, "price.input", "of those read from the provider's cache"),
    model(
        "price.written",
        Sort::Amount(DEAREST),
        None,
        "price.input, 1.25 times it for anthropic",
        "of those written to the provider's cache",
    ),
    model("price.output", Sort::Amount(DEAREST), None, "", "US dollars per million tokens of replies"),
    model("price.date", Sort::Day, None, "", "the day on which the prices were read"),
    run("attempts", Sort::Whole(1, 5), Some("COMPILED_AI_ATTEMPTS"), "5", "how often a model is asked per spec"),
    run(
        "candidates",
        Sort::Whole(1, 8),
        Some("COMPILED_AI_CANDIDATES"),
        "1",
        "replies to the same prompt, until one passes",
    ),
    run("escalate", Sort::Words, Some("COMPILED_AI_ESCALATE"), "", "tables of `models`, asked one after the other"),
    run("specs", Sort::Path, None, "specs", "the folder of the specs"),
    run("signing.key_env", Sort::Variable, None, "", "the environment variable that holds the signing key"),
    run("signing.key_file", Sort::Path, None, "", "the file that holds the signing key"),
    run("signing.trusted", Sort::Words, None, "", "the public keys whose signatures count"),
    run("budget.max_usd", Sort::Amount(1_000_000), Some("COMPILED_AI_MAX_USD"), "no limit", "US dollars per run"),
    run("budget.max_tokens", Sort::Whole(1, u64::MAX), Some("COMPILED_AI_MAX_TOKENS"), "no limit", "tokens per run"),
];

/// Where a table of the file stands: decides what it may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// The file itself.
    Top,
    /// `[models]`: tables by name.
    Models,
    /// `[models.<name>]`
    Model,
    /// `[price]` or `[models.<name>.price]`
    Price,
    /// `[headers_env]` or `[models.<name>.headers_env]`: variables by header.
    Headers,
    /// `[signing]`
    Signing,
    /// `[budget]`
    Budget,
    /// `[budget.specs]`: tables by name.
    Specs,
    /// `[budget.specs.<name>]`
    Spec,
}

impl Level {
    /// The table `name` within, if there may be one.
    pub(super) fn table(self, name: &str) -> Option<Level> {
        match (self, name) {
            (Level::Top, "models") => Some(Level::Models),
            (Level::Top | Level::Model, "price") => Some(Level::Price),
            (Level::Top | Level::Model, "headers_env") => Some(Level::Headers),
            (Level::Top, "signing") => Some(Level::Signing),
            (Level::Top, "budget") => Some(Level::Budget),
            (Level::Budget, "specs") => Some(Level::Specs),
            (Level::Models, _) => Some(Level::Model),
            (Level::Specs, _) => Some(Level::Spec),
            _ => None,
        }
    }

    /// The sort of the key `name` within, if there is one.
    pub(super) fn sort(self, name: &str) -> Option<Sort> {
        if self == Level::Headers {
            return Some(Sort::Variable);
        }
        // How often a model is asked before the next one is said in its table.
        if self == Level::Model && name == "attempts" {
            return Some(Sort::Whole(1, 5));
        }
        self.keys().find(|(key, _)| *key == name).map(|(_, key)| key.sort)
    }

    /// What may stand within, for suggestions.
    pub(super) fn names(self) -> Vec<&'static str> {
        let tables: &[&str] = match self {
            Level::Top => &["price", "headers_env", "models", "budget", "signing"],
            Level::Model => &["attempts", "price", "headers_env"],
            Level::Budget => &["specs"],
            _ => &[],
        };
        self.keys().map(|(name, _)| name).chain(tables.iter().copied()).collect()
    }

    fn keys(self) -> impl Iterator<Item = (&'static str, &'static Key)> {
        KEYS.iter().filter_map(move |key| {
            let name = match self {
                Level::Top => (!key.name.contains('.')).then_some(key.name),
                Level::Model => (key.is_of_model && !key.name.contains('.')).then_some(key.name),
                Level::Signing => key.name.strip_prefix("signing."),
                Level::Price => key.name.strip_prefix("price."),
                Level::Budget | Level::Spec => key.name.strip_prefix("budget."),
                Level::Models | Level::Headers | Level::Specs => None,
            };
            Some((name?, key))
        })
    }
}
