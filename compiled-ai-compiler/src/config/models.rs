//! The models that settings name, and what reaches them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::suggest;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::{Config, ConfigError, FILE, OF_PROVIDER, Origin, Setting, Value};
use crate::ask::Model;
use crate::model::{self, Api, Command, DEFAULT_MAX_OUTPUT_TOKENS, Kind, Provider, Record, Replay, Settings};
use crate::price::{self, Price};

/// How long a program may take that nothing says it of.
const COMMAND_LIMIT: Duration = Duration::from_secs(1800);

/// The settings of one model, defaults filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelSettings {
    /// Its name in `escalate`; empty if there is only one.
    pub name: String,
    /// How it is reached; `None` if nothing says.
    pub provider: Option<String>,
    /// The model's name; empty where none is given.
    pub model: String,
    /// For `command`: the program and its arguments.
    pub command: Vec<String>,
    /// Where the program runs: the folder of the file that names it.
    pub directory: PathBuf,
    /// For `replay`: the folder of the replies.
    pub replay: Option<PathBuf>,
    /// A folder to keep replies in.
    pub record: Option<PathBuf>,
    /// Where the provider is, if not where its vendor says.
    pub base_url: Option<String>,
    /// The environment variable that holds the key, if not the vendor's usual one.
    pub key_env: Option<String>,
    /// The header that carries the key, if not the vendor's.
    pub key_header: Option<String>,
    /// Further headers, by name, from environment variables.
    pub headers_env: BTreeMap<String, String>,
    /// For `openai`: which protocol the server speaks.
    pub api: Option<String>,
    /// For `ollama`: the size of the context.
    pub context_tokens: Option<u64>,
    /// Whether a key may go to another machine unencrypted.
    pub allow_plain_http: bool,
    /// How long it may take to connect; `None` for the provider's own limit.
    pub connect: Option<Duration>,
    /// How long a request may take; `None` for the provider's own limit.
    pub timeout: Option<Duration>,
    /// How long a reply may take with repeated requests; `None` for the provider's own limit.
    pub total: Option<Duration>,
    /// The longest reply, in tokens.
    pub max_output_tokens: u64,
    /// How much replies vary.
    pub temperature: Option<Decimal>,
    /// What its tokens cost.
    pub price: Option<Price>,
    /// How often it is asked before the next one.
    pub attempts: Option<u8>,
}

impl Config {
    /// The models in the order in which they are asked: those of `escalate`, or the one that the file names at its top.
    ///
    /// # Errors
    /// `escalate` names a table that there is not.
    pub fn models(&self) -> Result<Vec<ModelSettings>, ConfigError> {
        let Some(Setting { value: Value::Words(names), origin, .. }) = self.settings.get("escalate") else {
            return Ok(vec![self.model("")]);
        };
        if names.is_empty() {
            return Ok(vec![self.model("")]);
        }
        let unknown: Vec<Diagnostic> = names
            .iter()
            .filter(|name| !self.is_table(name))
            .map(|name| {
                let message = format!("`escalate` names `{name}`, and there is no `[models.{name}]`");
                let mut problem = Diagnostic::error(codes::CONFIG, message);
                if let Origin::File(at) = origin {
                    problem = problem.at(at, "");
                }
                let tables = self.tables();
                match suggest::closest(name, tables.iter().map(String::as_str)) {
                    Some(near) => problem.help(format!("did you mean `{near}`?")),
                    None if tables.is_empty() => {
                        problem.help(format!("write `[models.{name}]` with `provider` and `model`"))
                    }
                    None => problem.help(format!("there are {}", suggest::list(tables.iter().map(String::as_str)))),
                }
            })
            .collect();
        if unknown.is_empty() {
            Ok(names.iter().map(|name| self.model(name)).collect())
        } else {
            Err(self.error(unknown))
        }
    }

    /// What reaches the models.
    ///
    /// # Errors
    /// Every model that names no provider, or leaves out what its provider needs.
    pub fn providers(&self) -> Result<Vec<Model>, ConfigError> {
        let (mut models, mut problems) = (vec![], vec![]);
        for settings in self.models()? {
            match self.provider(&settings) {
                Ok(provider) => models.push(Model {
                    identity: identity(&settings),
                    is_free: settings.provider.as_deref() == Some("replay"),
                    name: settings.name,
                    provider,
                    price: settings.price,
                    max_output: settings.max_output_tokens,
                    attempts: settings.attempts,
                }),
                Err(problem) => problems.push(*problem),
            }
        }
        if problems.is_empty() { Ok(models) } else { Err(self.error(problems)) }
    }

    /// The names of the tables in `models`.
    fn tables(&self) -> Vec<String> {
        let names = self.settings.keys().filter_map(|path| path.strip_prefix("models.")?.split('.').next());
        let mut names: Vec<String> = names.map(str::to_owned).collect();
        names.dedup();
        names
    }

    fn model(&self, name: &str) -> ModelSettings {
        let own = if name.is_empty() { String::new() } else { format!("models.{name}.") };
        // Where a table names its own provider, what the top says of another one does not hold.
        let has_own = self.settings.contains_key(&format!("{own}provider"));
        let has_model = has_own || self.settings.contains_key(&format!("{own}model"));
        let find = |key: &str| -> Option<&Setting> {
            let is_of_provider = OF_PROVIDER.contains(&key) || matches!(key, "command" | "replay");
            let inherits = !(has_own && is_of_provider || has_model && key.starts_with("price."));
            self.settings.get(&format!("{own}{key}")).or_else(|| inherits.then(|| self.settings.get(key)).flatten())
        };
        let text = |key: &str| match find(key) {
            Some(Setting { value: Value::Text(text), .. }) => Some(text.clone()),
            _ => None,
        };
        let whole = |key: &str| match find(key) {
            Some(Setting { value: Value::Whole(number), .. }) => Some(*number),
            _ => None,
        };
        let seconds = |key: &str| whole(key).map(Duration::from_secs);
        let amount = |key: &str| match find(key) {
            Some(Setting { value: Value::Amount(number), .. }) => Some(*number),
            _ => None,
        };
        let path = |key: &str| find(key).and_then(|setting| Some(setting.folder.join(text_of(&setting.value)?)));
        let price = || {
            let input = amount("price.input")?;
            let of_vendor = || Some(input * price::cache_writing(&text("provider")?)?);
            Some(Price {
                input,
                cached: amount("price.cached"),
                written: amount("price.written").or_else(of_vendor),
                output: amount("price.output")?,
                date: text("price.date")?,
            })
        };
        let (command, directory) = match find("command") {
            Some(Setting { value: Value::Words(words), folder, .. }) => (words.clone(), folder.clone()),
            _ => (vec![], PathBuf::from(".")),
        };
        let own_attempts = match self.get(&format!("{own}attempts")) {
            Some(Value::Whole(number)) if !own.is_empty() => u8::try_from(*number).ok(),
            _ => None,
        };
        ModelSettings {
            name: name.to_owned(),
            provider: text("provider"),
            model: text("model").unwrap_or_default(),
            command,
            directory,
            replay: path("replay"),
            record: path("record"),
            base_url: text("base_url"),
            key_env: text("key_env"),
            key_header: text("key_header"),
            headers_env: self.headers(&own, has_own),
            api: text("api"),
            context_tokens: whole("context_tokens"),
            allow_plain_http: matches!(find("allow_plain_http"), Some(Setting { value: Value::Switch(true), .. })),
            connect: seconds("connect_seconds"),
            timeout: seconds("timeout_seconds"),
            total: seconds("total_seconds"),
            max_output_tokens: whole("max_output_tokens").unwrap_or(u64::from(DEFAULT_MAX_OUTPUT_TOKENS)),
            temperature: amount("temperature"),
            price: price(),
            attempts: own_attempts,
        }
    }

    /// Headers of the table `own`, above those of the top unless the table names its own provider.
    fn headers(&self, own: &str, has_own: bool) -> BTreeMap<String, String> {
        let of = |prefix: String| {
            self.settings.iter().filter_map(move |(path, setting)| {
                Some((path.strip_prefix(&prefix)?.to_owned(), text_of(&setting.value)?.to_owned()))
            })
        };
        let top = of("headers_env.".to_owned()).filter(|_| !has_own || own.is_empty());
        top.chain(of(format!("{own}headers_env."))).collect()
    }

    fn provider(&self, settings: &ModelSettings) -> Result<Box<dyn Provider>, Box<Diagnostic>> {
        let whose =
            if settings.name.is_empty() { String::new() } else { format!(" (in `[models.{}]`)", settings.name) };
        let needs = |key: &str| {
            let message = format!("`provider = \"{key}\"` needs `{key}`{whose}");
            Box::new(Diagnostic::error(codes::CONFIG, message).help(help()))
        };
        let Some(kind) = settings.provider.as_deref() else {
            let message = match self.files.last() {
                Some(_) if !settings.name.is_empty() => format!("`[models.{}]` names no provider", settings.name),
                Some(file) => format!("`{}` names no provider", file.display()),
                None => format!("no `{FILE}` names a provider"),
            };
            let help = format!(
                "write `provider = \"anthropic\"` (or openai, gemini, ollama) and `model`, or `provider = \"command\"` and `command`, into `{FILE}` beside `Cargo.toml`"
            );
            return Err(Box::new(Diagnostic::error(codes::NO_PROVIDER, message).help(help)));
        };
        let model = settings.model.clone();
        let provider: Box<dyn Provider> = match (kind, settings.http()) {
            (_, Some(http)) => model::provider(http).map_err(|error| {
                let mut problem = Diagnostic::error(error.code, format!("{}{whose}", error.message)).help(error.help);
                problem.notes = error.notes;
                Box::new(problem)
            })?,
            ("replay", None) => {
                let folder = settings.replay.clone().ok_or_else(|| needs("replay"))?;
                Box::new(Replay { folder, model })
            }
            (_, None) => {
                if settings.command.is_empty() {
                    return Err(needs("command"));
                }
                let (argv, directory) = (settings.command.clone(), settings.directory.clone());
                Box::new(Command { argv, directory, model, limit: settings.timeout.unwrap_or(COMMAND_LIMIT) })
            }
        };
        Ok(match &settings.record {
            Some(folder) => Box::new(Record { inner: provider, folder: folder.clone() }),
            None => provider,
        })
    }
}

impl ModelSettings {
    /// The settings of a provider over HTTP, if it is one.
    pub fn http(&self) -> Option<Settings> {
        let name = self.provider.as_deref()?;
        let kinds = [Kind::Anthropic, Kind::OpenAi, Kind::Gemini, Kind::Ollama];
        let kind = kinds.into_iter().find(|kind| kind.name() == name)?;
        let defaults = Settings::new(kind, self.model.clone());
        // The limits of the keys keep these within 32 bits.
        let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        Some(Settings {
            base_url: self.base_url.clone(),
            key_env: self.key_env.clone(),
            key_header: self.key_header.clone(),
            headers_env: self.headers_env.clone(),
            api: self.api.as_deref().map(|api| if api == "chat" { Api::Chat } else { Api::Responses }),
            max_output_tokens: small(self.max_output_tokens),
            temperature: self.temperature.and_then(|temperature| temperature.to_f64()),
            context_tokens: self.context_tokens.map(small),
            connect_timeout: self.connect.unwrap_or(defaults.connect_timeout),
            timeout: self.timeout.unwrap_or(defaults.timeout),
            total_timeout: self.total.unwrap_or(defaults.total_timeout),
            allow_plain_http: self.allow_plain_http,
            ..defaults
        })
    }
}

/// What a model's replies depend on beside the prompt.
fn identity(settings: &ModelSettings) -> String {
    let ModelSettings { provider, model, command, base_url, api, temperature, .. } = settings;
    format!("{provider:?} {model:?} {command:?} {base_url:?} {api:?} {temperature:?}")
}

fn text_of(value: &Value) -> Option<&str> {
    if let Value::Text(text) = value { Some(text) } else { None }
}

fn help() -> String {
    format!("`cargo compiled-ai explain {}` shows what `{FILE}` may hold", codes::CONFIG)
}
