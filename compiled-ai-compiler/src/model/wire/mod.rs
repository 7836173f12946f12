//! The providers' JSON: requests as plain data, answers read leniently. Nothing here opens a connection or knows a key.
//!
//! What an answer lacks or has in another form counts as absent: servers differ, and a reply that was paid for should not be lost
//! to a field that nobody needs.

mod anthropic;
mod chat;
mod gemini;
mod ollama;
mod responses;
#[cfg(test)]
mod tests;

use serde_json::Value;

use super::{Api, Kind, Prompt, Settings, Stop, TokenSource, Tokens};

/// A request without its address and its secrets.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Request {
    /// The path below the base address.
    pub(super) path: String,
    /// Headers that hold no secret.
    pub(super) headers: Vec<(&'static str, String)>,
    /// The body; `None` for `GET`.
    pub(super) body: Option<Value>,
}

/// What an answer says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answer {
    /// The text of the reply, without what the model thought.
    pub(super) text: String,
    /// Why the model stopped.
    pub(super) stop: Stop,
    /// The provider's own word for why it stopped, or what the model said as it refused.
    pub(super) why: String,
    /// The model's name.
    pub(super) model: String,
    /// Counts, if the provider gives any.
    pub(super) tokens: Option<Tokens>,
}

/// What a server says of a failure.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Fault {
    /// The text for people.
    pub(super) message: String,
    /// The code or type for programs.
    pub(super) code: String,
    /// The status that a server put into the body of a successful answer.
    pub(super) status: Option<u16>,
    /// How long to wait, in seconds.
    pub(super) wait: Option<f64>,
}

/// The request for a reply to `prompt`.
pub(super) fn ask(settings: &Settings, prompt: &Prompt) -> Request {
    match (settings.kind, settings.api()) {
        (Kind::Anthropic, _) => anthropic::ask(settings, prompt),
        (Kind::OpenAi, Api::Responses) => responses::ask(settings, prompt),
        (Kind::OpenAi, Api::Chat) => chat::ask(settings, prompt),
        (Kind::Gemini, _) => gemini::ask(settings, prompt),
        (Kind::Ollama, _) => ollama::ask(settings, prompt),
    }
}

/// The request for the list of models.
pub(super) fn list(settings: &Settings) -> Request {
    let (path, headers) = match settings.kind {
        Kind::Anthropic => ("/models?limit=1000", anthropic::headers()),
        Kind::OpenAi => ("/models", vec![]),
        Kind::Gemini => ("/models?pageSize=1000", vec![]),
        Kind::Ollama => ("/tags", vec![]),
    };
    Request { path: path.to_owned(), headers, body: None }
}

/// The header that carries the key, and what stands before the key in it.
pub(super) fn key_header(settings: &Settings) -> (&str, &'static str) {
    match (&settings.key_header, settings.kind) {
        (Some(name), _) if name.eq_ignore_ascii_case("authorization") => (name, "Bearer "),
        (Some(name), _) => (name, ""),
        (None, Kind::Anthropic) => ("x-api-key", ""),
        (None, Kind::Gemini) => ("x-goog-api-key", ""),
        (None, Kind::OpenAi | Kind::Ollama) => ("authorization", "Bearer "),
    }
}

/// Reads the answer to [`ask`].
pub(super) fn read(settings: &Settings, answer: &Value) -> Answer {
    match (settings.kind, settings.api()) {
        (Kind::Anthropic, _) => anthropic::read(answer),
        (Kind::OpenAi, Api::Responses) => responses::read(answer),
        (Kind::OpenAi, Api::Chat) => chat::read(answer),
        (Kind::Gemini, _) => gemini::read(answer),
        (Kind::Ollama, _) => ollama::read(answer),
    }
}

/// The names in the answer to [`list`]; `None` if it holds no list.
pub(super) fn models(answer: &Value) -> Option<Vec<String>> {
    let list = ["data", "models"].iter().find_map(|key| answer[*key].as_array())?;
    let name = |model: &Value| {
        let name = ["id", "name", "model"].iter().find_map(|key| model[*key].as_str())?;
        Some(name.strip_prefix("models/").unwrap_or(name).to_owned())
    };
    Some(list.iter().filter_map(name).collect())
}

/// Whether a server that lists `listed` has a model named `name`: Ollama leaves out the tag `latest`.
pub(super) fn is_model(listed: &str, name: &str) -> bool {
    listed == name || listed.strip_suffix(":latest") == Some(name) || name.strip_prefix("models/") == Some(listed)
}

/// What an answer says of a failure; `None` if it speaks of none. Every provider has `error`, as an object or as a text; some
/// servers put `message` or `detail` at the top, some wrap it all in a list.
pub(super) fn fault(answer: &Value) -> Option<Fault> {
    let answer = answer.as_array().and_then(|list| list.first()).unwrap_or(answer);
    let error = match &answer["error"] {
        Value::Null if answer["message"].is_string() || answer["detail"].is_string() => answer,
        Value::Null => return None,
        error => error,
    };
    let text = |keys: &[&str]| keys.iter().find_map(|key| error[*key].as_str()).unwrap_or_default().to_owned();
    let number = error["code"].as_u64().or_else(|| error["status"].as_u64());
    let wait = error["details"].as_array().into_iter().flatten().find_map(|detail| {
        // Google's `RetryInfo`: seconds with an `s` behind them.
        detail["retryDelay"].as_str()?.strip_suffix('s')?.parse().ok()
    });
    Some(Fault {
        message: error.as_str().map_or_else(|| text(&["message", "detail"]), str::to_owned),
        code: text(&["code", "type", "status"]),
        status: number.and_then(|number| u16::try_from(number).ok()).filter(|status| (400..600).contains(status)),
        wait,
    })
}

/// How long the reply may be: what the settings allow, or less if the prompt's budget does.
fn limit(settings: &Settings, prompt: &Prompt) -> u32 {
    prompt.max_output_tokens.map_or(settings.max_output_tokens, |limit| limit.clamp(1, settings.max_output_tokens))
}

/// A count, 0 where there is none.
fn count(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

/// Counts that the provider measured; `None` where it gives none at all. `input` has the cached ones in it.
fn measured(input: &Value, cached: u64, output: u64) -> Option<Tokens> {
    let input = input.as_u64()?;
    Some(Tokens { input: input.max(cached), cached, written: 0, output, from: TokenSource::Provider })
}

/// The texts at `key` in the parts of a list that `wanted` picks, joined.
fn texts(parts: &Value, key: &str, wanted: impl Fn(&Value) -> bool) -> String {
    parts.as_array().into_iter().flatten().filter(|part| wanted(part)).filter_map(|part| part[key].as_str()).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
