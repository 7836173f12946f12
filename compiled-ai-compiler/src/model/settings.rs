//! What a provider over HTTP is made from.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use compiled_ai_core::codes::provider as codes;
use serde::Deserialize;

use super::endpoint::Endpoint;
use super::http::Http;
use super::{Provider, ProviderError, System, World};

/// How many tokens a reply may have where nothing else is said, those of thinking included: several times what the longest
/// showcase artifact takes.
pub const DEFAULT_MAX_OUTPUT_TOKENS: u32 = 16_000;

/// Settings of a provider over HTTP. Holds names of environment variables, never their values.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Which protocol is spoken.
    pub kind: Kind,
    /// The model's name, as the provider calls it.
    pub model: String,
    /// The server's base address, up to and without `/messages`, `/responses`, `/models` and the like; `None` for the kind's own.
    /// A query, such as `?api-version=…`, is kept.
    pub base_url: Option<String>,
    /// The environment variable that holds the key. `None` is the kind's own variable, for the kind's own address only: another
    /// server gets a key only if its variable is named. Empty is none.
    pub key_env: Option<String>,
    /// The header that carries the key; `None` for the kind's own. In any header but `authorization` the key stands alone.
    pub key_header: Option<String>,
    /// Further headers, from environment variables: name of the header, name of the variable. Their values are secrets too.
    pub headers_env: BTreeMap<String, String>,
    /// Which of OpenAI's protocols; `None` is `responses` at OpenAI itself and `chat` elsewhere.
    pub api: Option<Api>,
    /// How many tokens the reply may have at most, those of thinking included.
    pub max_output_tokens: u32,
    /// How freely the model chooses its words; `None` for its own default. Some models take none.
    pub temperature: Option<f64>,
    /// The size of the context in tokens that Ollama is asked for; `None` for one that holds prompt and reply.
    pub context_tokens: Option<u32>,
    /// How long it may take to connect.
    pub connect_timeout: Duration,
    /// How long one request may take, from connecting to the last byte.
    pub timeout: Duration,
    /// How long a reply may take in all, with repeated requests and the waiting between them.
    pub total_timeout: Duration,
    /// Whether a key may be sent over `http` to another machine, where others can read it.
    pub allow_plain_http: bool,
}

/// Which protocol is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Anthropic's Messages API.
    Anthropic,
    /// OpenAI's Responses or Chat Completions API, or a server that is compatible with one of them.
    OpenAi,
    /// Google's Gemini API.
    Gemini,
    /// Ollama's own API.
    Ollama,
}

/// Which of OpenAI's protocols is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Api {
    /// `POST /responses`.
    Responses,
    /// `POST /chat/completions`, which most other servers have.
    Chat,
}

/// The provider that `settings` describe. Reads no environment variable and opens no connection.
///
/// # Errors
/// The settings can't be used.
pub fn provider(settings: Settings) -> Result<Box<dyn Provider>, ProviderError> {
    provider_in(settings, Arc::new(System))
}

/// The provider that `settings` describe, in a given world.
///
/// # Errors
/// The settings can't be used.
pub fn provider_in(settings: Settings, world: Arc<dyn World>) -> Result<Box<dyn Provider>, ProviderError> {
    Ok(Box::new(Http::new(settings, world)?))
}

impl Kind {
    /// The word for it in `compiled-ai.toml` and in locks.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Anthropic => "anthropic",
            Kind::OpenAi => "openai",
            Kind::Gemini => "gemini",
            Kind::Ollama => "ollama",
        }
    }

    /// The kind's own base address.
    pub fn base_url(self) -> &'static str {
        match self {
            Kind::Anthropic => "https://api.anthropic.com/v1",
            Kind::OpenAi => "https://api.openai.com/v1",
            Kind::Gemini => "https://generativelanguage.googleapis.com/v1beta",
            Kind::Ollama => "http://localhost:11434/api",
        }
    }

    /// The environment variable where the kind's own key is usually kept.
    pub fn key_env(self) -> Option<&'static str> {
        match self {
            Kind::Anthropic => Some("ANTHROPIC_API_KEY"),
            Kind::OpenAi => Some("OPENAI_API_KEY"),
            Kind::Gemini => Some("GEMINI_API_KEY"),
            Kind::Ollama => None,
        }
    }
}

impl Settings {
    /// Settings with nothing but what has no default.
    pub fn new(kind: Kind, model: impl Into<String>) -> Self {
        Self {
            kind,
            model: model.into(),
            base_url: None,
            key_env: None,
            key_header: None,
            headers_env: BTreeMap::new(),
            api: None,
            max_output_tokens: DEFAULT_MAX_OUTPUT_TOKENS,
            temperature: None,
            context_tokens: None,
            connect_timeout: Duration::from_secs(20),
            timeout: Duration::from_secs(600),
            total_timeout: Duration::from_secs(1800),
            allow_plain_http: false,
        }
    }

    /// The base address that is asked.
    pub fn base_url(&self) -> &str {
        self.base_url.as_deref().unwrap_or(self.kind.base_url())
    }

    /// The environment variable that holds the key; `None` if no key is sent.
    pub fn key_env(&self) -> Option<&str> {
        match &self.key_env {
            Some(name) => Some(name.as_str()).filter(|name| !name.is_empty()),
            None if self.is_own_address() => self.kind.key_env(),
            None => None,
        }
    }

    /// Which of OpenAI's protocols is spoken.
    pub fn api(&self) -> Api {
        self.api.unwrap_or(if self.is_own_address() { Api::Responses } else { Api::Chat })
    }

    fn is_own_address(&self) -> bool {
        let parse =
            |url: &str| Endpoint::parse(url).map(|endpoint| (endpoint.is_encrypted, endpoint.host, endpoint.port));
        parse(self.base_url()) == parse(self.kind.base_url())
    }

    /// Where to ask.
    ///
    /// # Errors
    /// The settings can't be used; everything that is wrong with them is a note.
    pub(super) fn check(&self) -> Result<Endpoint, ProviderError> {
        let mut problems = Vec::new();
        let endpoint = Endpoint::parse(self.base_url()).map_err(|why| problems.push(format!("`base_url` {why}"))).ok();
        if self.model.trim().is_empty() {
            problems.push(format!("`provider = \"{}\"` needs `model`", self.kind.name()));
        } else if self.model.chars().any(|c| c.is_whitespace() || c.is_control() || "?#%\\".contains(c))
            || self.model.split('/').any(|part| part.is_empty() || part == "." || part == "..")
        {
            problems.push("`model` is no name of a model".to_owned());
        }
        if self.temperature.is_some_and(|temperature| !(0.0..=2.0).contains(&temperature)) {
            problems.push("`temperature` must be 0 to 2".to_owned());
        }
        if self.max_output_tokens == 0 {
            problems.push("`max_output_tokens` must be at least 1".to_owned());
        }
        let is_header = |name: &str| ureq::http::HeaderName::from_bytes(name.as_bytes()).is_ok();
        let names = self.key_header.iter().chain(self.headers_env.keys());
        problems.extend(names.filter(|name| !is_header(name)).map(|_| "a name of a header can't be one".to_owned()));
        let is_variable = |name: &str| !name.is_empty() && !name.contains(['=', '\0']);
        let variables = self.key_env.iter().filter(|name| !name.is_empty()).chain(self.headers_env.values());
        problems.extend(
            variables.filter(|name| !is_variable(name)).map(|_| "a name of a variable can't be one".to_owned()),
        );
        if let Some(endpoint) = &endpoint {
            let has_secret = self.key_env().is_some() || !self.headers_env.is_empty();
            if has_secret && !endpoint.is_encrypted && !endpoint.is_loopback() && !self.allow_plain_http {
                problems.push(format!(
                    "`{}` is another machine and not encrypted: others could read the key on the way there",
                    endpoint.origin()
                ));
            }
        }
        match endpoint {
            Some(endpoint) if problems.is_empty() => Ok(endpoint),
            _ => {
                let mut error = ProviderError::new(
                    codes::PROVIDER_SETTINGS,
                    format!("the settings of provider `{}` can't be used", self.kind.name()),
                );
                error.notes = problems;
                Err(error
                    .help(format!("`cargo compiled-ai explain {}` shows settings that work", codes::PROVIDER_SETTINGS)))
            }
        }
    }
}
