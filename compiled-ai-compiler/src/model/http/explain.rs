//! What went wrong, in words: every failure with its code, what to do, and whether to ask again.

use std::time::Duration;

use compiled_ai_core::codes::provider as codes;
use serde_json::Value;

use super::super::wire::{self, Answer, Fault};
use super::super::{Prompt, ProviderError, Tokens};
use super::Session;
use super::exchange::{Broken, MAX_BODY, Received};
use super::retry::{Again, retry_after, retry_after_ms};

/// How often a server that is busy or fails is asked.
const BUSY: u32 = 8;
/// The longest text whose tokens are counted for an estimate, in bytes.
const COUNTED: usize = 64 << 10;
/// How often is tried to connect.
const CONNECT: u32 = 3;

/// The request that failed.
pub(super) struct Explain<'a> {
    pub(super) session: &'a Session<'a>,
    pub(super) url: &'a str,
    /// How long it might take.
    pub(super) limit: Duration,
}

/// A failure, and whether to ask again.
pub(super) struct Failed {
    pub(super) error: Box<ProviderError>,
    pub(super) again: Option<Again>,
    /// Whether the server's models are worth a look.
    pub(super) is_about_model: bool,
}

impl From<ProviderError> for Failed {
    fn from(error: ProviderError) -> Self {
        Self { error: Box::new(error), again: None, is_about_model: false }
    }
}

impl Failed {
    fn again(mut self, tries: u32, after: Option<Duration>) -> Self {
        self.again = Some(Again { tries, after });
        self
    }
}

impl Explain<'_> {
    /// Nothing usable came back.
    pub(super) fn broken(&self, broken: &Broken, prompt: &Prompt) -> Failed {
        let unsure = |body: &[u8]| {
            let error = self.broken_probe(broken);
            let limit = self.limit_of(prompt);
            error
                .note(format!("the provider may charge for the prompt and a reply of up to {limit} tokens, so it was not asked again"))
                .spent(self.estimate(prompt, &String::from_utf8_lossy(body)))
        };
        match broken {
            Broken::Name | Broken::Connect(_) | Broken::Proxy(_) | Broken::SlowConnect => {
                Failed::from(self.broken_probe(broken)).again(CONNECT, None)
            }
            // A certificate does not get better within seconds.
            Broken::Tls(_) => self.broken_probe(broken).into(),
            Broken::Late { body } | Broken::Cut { body } => unsure(body).into(),
            Broken::TooLarge | Broken::Protocol(_) => unsure(b"").into(),
        }
    }

    /// The same for a request that costs nothing.
    pub(super) fn broken_probe(&self, broken: &Broken) -> ProviderError {
        let origin = self.session.endpoint.origin();
        let through = self.session.proxy.as_ref().map(|proxy| format!("the proxy `{}` stands between", proxy.shown));
        let error = |code, message: String| {
            let mut error = ProviderError::new(code, message);
            error.notes.extend(through.clone());
            error
        };
        let seconds = self.limit.as_secs_f64();
        match broken {
            Broken::Name => error(codes::UNREACHABLE, format!("the host of `{origin}` is not known"))
                .help("check `base_url` in `compiled-ai.toml` and this machine's network"),
            Broken::Connect(why) => {
                let why = self.session.scrubber.line(why);
                error(codes::UNREACHABLE, format!("`{origin}` can't be reached: {why}")).help(
                    if self.session.proxy.is_some() {
                        "check the proxy, `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`"
                    } else if self.session.endpoint.is_loopback() {
                        "start the server, or check `base_url` in `compiled-ai.toml`"
                    } else {
                        "check this machine's network, and `base_url` in `compiled-ai.toml`"
                    },
                )
            }
            Broken::Proxy(why) => {
                let why = self.session.scrubber.line(why);
                error(codes::UNREACHABLE, format!("the proxy does not connect to `{origin}`: {why}"))
                    .help("check `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`")
            }
            Broken::Tls(why) => {
                let why = self.session.scrubber.line(why);
                error(codes::TLS, format!("`{origin}` can't be trusted: {why}"))
                    .help("if a company's proxy or a server of your own shows this certificate, add its authority to the system's, or name a file with it in `SSL_CERT_FILE`")
            }
            Broken::SlowConnect => {
                let seconds = self.session.settings.connect_timeout.as_secs_f64();
                error(codes::TIMEOUT, format!("`{origin}` did not take the connection in {seconds} s"))
                    .help("check this machine's network, or raise `connect_seconds` in `compiled-ai.toml`")
            }
            Broken::Late { body } if body.is_empty() => {
                error(codes::TIMEOUT, format!("`{origin}` did not answer in {seconds} s"))
                    .help("raise `timeout_seconds` in `compiled-ai.toml`, or ask a faster model")
            }
            Broken::Late { body } => error(
                codes::TIMEOUT,
                format!("`{origin}` sent {} bytes of its answer in {seconds} s, and not the rest", body.len()),
            )
            .help("raise `timeout_seconds` in `compiled-ai.toml`, or ask a faster model"),
            Broken::Cut { body } => error(
                codes::ANSWER,
                format!("`{origin}` ended the connection after {} bytes of its answer", body.len()),
            )
            .help("try again; if it happens each time, a proxy or gateway may end connections that are quiet for long"),
            Broken::TooLarge => {
                error(codes::ANSWER, format!("the answer of `{origin}` has more than {MAX_BODY} bytes"))
                    .help("check that `base_url` in `compiled-ai.toml` is a provider's")
            }
            Broken::Protocol(why) => {
                let why = self.session.scrubber.line(why);
                error(codes::ANSWER, format!("the answer of `{origin}` is no HTTP: {why}"))
                    .help("check that `base_url` in `compiled-ai.toml` is a provider's")
            }
        }
    }

    /// The server answered with a failure.
    pub(super) fn status(&self, received: &Received) -> Failed {
        if (300..400).contains(&received.status) {
            return self.redirect(received).into();
        }
        let value: Option<Value> = serde_json::from_slice(&received.body).ok();
        let mut fault = value.as_ref().and_then(wire::fault).unwrap_or_default();
        if fault.message.is_empty() {
            let text = String::from_utf8_lossy(&received.body);
            // A page for browsers says nothing that the status does not say.
            if !text.trim_start().starts_with('<') {
                fault.message = text.into_owned();
            }
        }
        let asked = received.retry_after_ms.as_deref().and_then(retry_after_ms).or_else(|| {
            received.retry_after.as_deref().and_then(|value| retry_after(value, self.session.world.unix_seconds()))
        });
        fault.wait = asked.map(|wait| wait.as_secs_f64()).or(fault.wait);
        self.fault(received.status, &fault, None)
    }

    /// A failure with a status, wherever the server put it.
    pub(super) fn fault(&self, status: u16, fault: &Fault, spent: Option<Tokens>) -> Failed {
        let settings = self.session.settings;
        let said = self.session.scrubber.line(&fault.message);
        let code = self.session.scrubber.line(&fault.code);
        let origin = self.session.endpoint.origin();
        let wait = fault.wait.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        // What was charged for is not asked for again.
        let busy = if spent.is_some() { 1 } else { BUSY };
        let build = |code, message: String| {
            let mut error = ProviderError::new(code, message);
            error.spent = spent.clone().map(Box::new);
            if !said.is_empty() {
                error.notes.push(format!("it says: {said}"));
            }
            error
        };
        let lower = fault.message.to_ascii_lowercase();
        let is_no_credit = status == 402 || fault.code == "insufficient_quota" || lower.contains("credit balance");
        let is_model = fault.code == "model_not_found"
            || (lower.contains("model")
                && ["not found", "does not exist", "not a valid model", "unknown model"]
                    .iter()
                    .any(|say| lower.contains(say)));
        match status {
            _ if is_no_credit => build(codes::RATE_LIMIT, format!("the account at `{origin}` has no credit left"))
                .help("add credit at the provider, or choose another provider in `compiled-ai.toml`")
                .into(),
            401 | 403 => {
                let (message, help) = match settings.key_env() {
                    Some(variable) => (
                        format!("`{origin}` refuses the key in `{variable}` (status {status})"),
                        format!("set `{variable}` to a key of this provider that may use `{}`", settings.model),
                    ),
                    None => (
                        format!("`{origin}` wants a key (status {status})"),
                        "name the environment variable that holds one as `key_env` in `compiled-ai.toml`, and set it"
                            .to_owned(),
                    ),
                };
                build(codes::KEY_REFUSED, message).help(help).into()
            }
            404 | 400 if status == 404 || is_model => {
                let (message, help) = if is_model
                    || fault.code.eq_ignore_ascii_case("not_found_error")
                    || fault.code == "NOT_FOUND"
                {
                    let help = if settings.kind == super::super::Kind::Ollama {
                        format!("pull it: `ollama pull {}`, or change `model` in `compiled-ai.toml`", settings.model)
                    } else {
                        "change `model` in `compiled-ai.toml`".to_owned()
                    };
                    (format!("`{origin}` has no model `{}`", settings.model), help)
                } else {
                    let path = self.url.split('?').next().unwrap_or(self.url);
                    (
                        format!("there is nothing at `{}`", self.session.scrubber.line(path)),
                        "check `base_url`, `api` and `model` in `compiled-ai.toml`: the base address ends before `/messages`, `/responses`, `/chat/completions` or `/models`".to_owned(),
                    )
                };
                Failed { is_about_model: true, ..build(codes::MODEL, message).help(help).into() }
            }
            429 => Failed::from(
                build(codes::RATE_LIMIT, format!("`{origin}` takes no more requests for now (status 429)"))
                    .help("wait, or ask for a higher limit at the provider"),
            )
            .again(busy, wait),
            408 | 500..=599 => Failed::from(
                build(codes::SERVER, format!("`{origin}` fails (status {status})"))
                    .help("try again later; the provider's status page may say more"),
            )
            .again(busy, wait),
            200..=299 => build(codes::ANSWER, format!("`{origin}` answers with a failure in place of a reply"))
                .help("try again; if it happens each time, check `model` and `base_url` in `compiled-ai.toml`")
                .into(),
            _ => {
                let code = if code.is_empty() { String::new() } else { format!(", `{code}`") };
                build(codes::REQUEST, format!("`{origin}` does not take the request (status {status}{code})"))
                    .help("check `model`, `api`, `temperature` and `max_output_tokens` in `compiled-ai.toml`")
                    .into()
            }
        }
    }

    /// The server points elsewhere.
    fn redirect(&self, received: &Received) -> ProviderError {
        let origin = self.session.endpoint.origin();
        let location = received.location.as_deref().unwrap_or_default();
        let shown = self.session.scrubber.line(location.split(['?', '#']).next().unwrap_or_default());
        let message = match super::Endpoint::parse(location) {
            _ if location.is_empty() => format!("`{origin}` redirects to nowhere (status {})", received.status),
            Ok(to) if to.host != self.session.endpoint.host => {
                format!("`{origin}` redirects to another host: `{shown}`")
            }
            Ok(to) if self.session.endpoint.is_encrypted && !to.is_encrypted => {
                format!("`{origin}` redirects to an address that is not encrypted: `{shown}`")
            }
            _ => format!("`{origin}` redirects to `{shown}`"),
        };
        ProviderError::new(codes::REDIRECT, message)
            .note("the key was not sent there")
            .help("if that is where the provider is, write it as `base_url` in `compiled-ai.toml`")
    }

    /// A successful answer that can't be read.
    pub(super) fn unreadable(&self, why: String, seen: &str, spent: Tokens) -> Failed {
        let origin = self.session.endpoint.origin();
        let mut error = ProviderError::new(codes::ANSWER, format!("the answer of `{origin}` {why}"));
        let seen = self.session.scrubber.line(seen);
        if !seen.is_empty() {
            error.notes.push(format!("it begins: {seen}"));
        }
        error.help("check that `base_url` and `api` in `compiled-ai.toml` fit this server").spent(spent).into()
    }

    /// What answers is no provider.
    pub(super) fn no_api(&self) -> ProviderError {
        let origin = self.session.endpoint.origin();
        ProviderError::new(
            codes::ANSWER,
            format!("what answers at `{origin}` is no provider: its list of models is no JSON"),
        )
        .help("check `base_url` in `compiled-ai.toml`; a proxy or a login page may stand between")
    }

    /// What an answer that can't be read may have cost: the prompt, and what was seen, up to the limit of a reply.
    pub(super) fn estimate(&self, prompt: &Prompt, seen: &str) -> Tokens {
        let limit = u64::from(self.limit_of(prompt));
        // A tokenizer takes long for much text, and a whole reply has less.
        let counted = if seen.len() > COUNTED { "" } else { seen };
        let mut tokens = Tokens::estimate(&prompt.text(), counted);
        tokens.output = if seen.len() > COUNTED { limit } else { tokens.output.min(limit) };
        tokens
    }

    fn limit_of(&self, prompt: &Prompt) -> u32 {
        let most = self.session.settings.max_output_tokens;
        prompt.max_output_tokens.map_or(most, |limit| limit.min(most))
    }

    /// The model refuses.
    pub(super) fn refused(&self, answer: &Answer, spent: Tokens) -> Failed {
        let mut error = ProviderError::new(codes::REFUSED, format!("{} refuses to answer", self.model(answer)));
        error.notes.extend(self.says(answer));
        error.help("reword the spec, or ask another model").spent(spent).into()
    }

    /// The reply was cut off.
    pub(super) fn cut(&self, answer: &Answer, spent: Tokens, prompt: &Prompt) -> Failed {
        let settings = self.session.settings;
        let limit = self.limit_of(prompt);
        let (message, help) = if limit < settings.max_output_tokens {
            (
                format!("the reply of {} is cut off: the budget leaves {limit} tokens for it", self.model(answer)),
                "raise the budget".to_owned(),
            )
        } else {
            (
                format!("the reply of {} is cut off at {} tokens", self.model(answer), spent.output),
                format!("raise `max_output_tokens` (now {limit}) in `compiled-ai.toml`, or let the model think less"),
            )
        };
        ProviderError::new(codes::CUT, message)
            .note(format!("thinking counts as well; {} bytes of text came", answer.text.len()))
            .help(help)
            .spent(spent)
            .into()
    }

    /// The reply has no text.
    pub(super) fn empty(&self, answer: &Answer, spent: Tokens) -> Failed {
        let mut error = ProviderError::new(codes::ANSWER, format!("the reply of {} is empty", self.model(answer)));
        error.notes.extend(self.says(answer));
        error
            .help("try again, or ask another model; `api` in `compiled-ai.toml` may not fit this server")
            .spent(spent)
            .into()
    }

    fn model(&self, answer: &Answer) -> String {
        let name = self.session.scrubber.name(&answer.model);
        format!("`{}`", if name.is_empty() { &self.session.settings.model } else { &name })
    }

    fn says(&self, answer: &Answer) -> Option<String> {
        let why = self.session.scrubber.line(&answer.why);
        (!why.is_empty()).then(|| format!("it says: {why}"))
    }
}

/// What a server has instead of a model, the nearest names first.
pub(super) fn near_names(wanted: &str, names: &[String]) -> String {
    const SHOWN: usize = 5;
    if names.is_empty() {
        return "the server has no model at all".to_owned();
    }
    let lower = wanted.to_ascii_lowercase();
    let mut near: Vec<&String> = names.iter().collect();
    // Names are alike in how they begin, which Jaro-Winkler weighs most.
    near.sort_by(|a, b| {
        let score = |name: &str| strsim::jaro_winkler(&lower, &name.to_ascii_lowercase());
        score(b).total_cmp(&score(a)).then_with(|| a.cmp(b))
    });
    let shown: Vec<String> = near.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("the server has {}{more}", shown.join(", "))
}
