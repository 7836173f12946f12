//! A provider over HTTP: one request after the other until there is a reply or no more sense in asking.

mod exchange;
mod explain;
mod retry;

use std::sync::Arc;
use std::time::Duration;

use compiled_ai_core::codes::provider as codes;
use serde_json::Value;
use ureq::http::{HeaderName, HeaderValue};

use super::endpoint::Endpoint;
use super::scrub::Scrubber;
use super::secret::Secret;
use super::wire::{self, Answer, Request};
use super::{MAX_REPLY, Pause, Prompt, Provider, ProviderError, Reply, Settings, Stop, Tokens, World, proxy};
use exchange::{Broken, Received};
use explain::Explain;
use retry::Retries;

/// A provider over HTTP. Holds no secret between two prompts.
pub(super) struct Http {
    settings: Settings,
    endpoint: Endpoint,
    world: Arc<dyn World>,
}

/// What one prompt needs, secrets included; dropped with the prompt.
struct Session<'a> {
    settings: &'a Settings,
    endpoint: &'a Endpoint,
    world: &'a dyn World,
    /// Headers with secrets.
    headers: Vec<(HeaderName, HeaderValue)>,
    proxy: Option<proxy::Chosen>,
    scrubber: Scrubber,
}

impl Provider for Http {
    fn kind(&self) -> &'static str {
        self.settings.kind.name()
    }

    fn ask(&mut self, prompt: &Prompt, on_pause: &mut dyn FnMut(Pause)) -> Result<Reply, ProviderError> {
        let started = self.world.elapsed();
        let session = self.session()?;
        let answer = session.answer(prompt, on_pause)?;
        let text = session.scrubber.reply(answer.text);
        let tokens = answer.tokens.unwrap_or_else(|| Tokens::estimate(&prompt.text(), &text));
        let model = session.scrubber.name(&answer.model);
        let model = if model.is_empty() { self.settings.model.clone() } else { model };
        Ok(Reply { text, tokens, stop: answer.stop, model, took: self.world.elapsed().saturating_sub(started) })
    }
}

impl Http {
    /// A provider for `settings`.
    ///
    /// # Errors
    /// The settings can't be used.
    pub(super) fn new(settings: Settings, world: Arc<dyn World>) -> Result<Self, ProviderError> {
        let endpoint = settings.check()?;
        Ok(Self { settings, endpoint, world })
    }

    /// The names of the models that the server lists, after one short request; `None` if it answers, and lists none.
    ///
    /// # Errors
    /// It is not there, or does not take the key.
    pub(super) fn models(&self, limit: Duration) -> Result<Option<Vec<String>>, ProviderError> {
        self.session()?.list(limit)
    }

    /// The address, for people.
    pub(super) fn origin(&self) -> String {
        self.endpoint.origin()
    }

    /// Reads the secrets.
    fn session(&self) -> Result<Session<'_>, ProviderError> {
        let Self { settings, endpoint, world } = self;
        let mut scrubber = Scrubber::default();
        let mut headers = Vec::new();
        let (key_header, prefix) = wire::key_header(settings);
        let key = settings.key_env().map(|variable| (key_header, prefix, variable));
        let others = settings.headers_env.iter().map(|(name, variable)| (name.as_str(), "", variable.as_str()));
        for (name, prefix, variable) in key.into_iter().chain(others) {
            let secret = Secret::read(world.as_ref(), variable)?;
            let unusable = || ProviderError::new(codes::PROVIDER_SETTINGS, format!("`{name}` can't be a header"));
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unusable())?;
            headers.push((name, secret.header(prefix).map_err(|_| unusable())?));
            scrubber.add(&secret);
        }
        let proxy = proxy::choose(endpoint, world.as_ref())?;
        proxy.iter().flat_map(|proxy| &proxy.secrets).for_each(|secret| scrubber.add(secret));
        Ok(Session { settings, endpoint, world: world.as_ref(), headers, proxy, scrubber })
    }
}

impl Session<'_> {
    /// Asks until there is an answer with a usable text.
    fn answer(&self, prompt: &Prompt, on_pause: &mut dyn FnMut(Pause)) -> Result<Answer, ProviderError> {
        let request = wire::ask(self.settings, prompt);
        let url = self.endpoint.join(&request.path);
        let mut retries = Retries::new(self.world, self.settings.total_timeout);
        loop {
            let limit = self.settings.timeout.min(retries.left());
            let received = self.exchange(&url, &request, limit);
            let explain = Explain { session: self, url: &url, limit };
            let failed = match received {
                Err(broken) => explain.broken(&broken, prompt),
                Ok(received) if received.is_success() => match self.read(&received, prompt, &explain) {
                    Ok(answer) => return Ok(answer),
                    Err(failed) => failed,
                },
                Ok(received) => explain.status(&received),
            };
            if failed.is_about_model {
                return Err(self.with_near_names(*failed.error));
            }
            match failed.again {
                None => return Err(*failed.error),
                Some(again) => {
                    let length = match retries.next(&again) {
                        Ok(length) => length,
                        Err(why) => return Err((*failed.error).note(why)),
                    };
                    on_pause(Pause { length, why: failed.error.message.clone() });
                    self.world.sleep(length);
                }
            }
        }
    }

    /// Reads a successful answer.
    fn read(&self, received: &Received, prompt: &Prompt, explain: &Explain<'_>) -> Result<Answer, explain::Failed> {
        let unreadable = |why: String, seen: &str| explain.unreadable(why, seen, explain.estimate(prompt, seen));
        let Ok(text) = std::str::from_utf8(&received.body) else {
            return Err(unreadable("is not UTF-8".to_owned(), &String::from_utf8_lossy(&received.body)));
        };
        let value: Value = serde_json::from_str(text).map_err(|error| {
            let why = match error.classify() {
                _ if text.trim().is_empty() => "is empty",
                serde_json::error::Category::Eof => "ends in the middle",
                _ => "is no JSON",
            };
            unreadable(why.to_owned(), text)
        })?;
        let answer = wire::read(self.settings, &value);
        if let (Some(fault), true) = (wire::fault(&value), answer.text.is_empty()) {
            // Gateways put the failure of the server behind them into an answer that looks like a success.
            return Err(explain.fault(fault.status.unwrap_or(received.status), &fault, answer.tokens));
        }
        let spent = || answer.tokens.clone().unwrap_or_else(|| explain.estimate(prompt, &answer.text));
        match answer.stop {
            Stop::Refused => Err(explain.refused(&answer, spent())),
            Stop::Limit => Err(explain.cut(&answer, spent(), prompt)),
            Stop::End if answer.text.trim().is_empty() => Err(explain.empty(&answer, spent())),
            Stop::End if answer.text.len() > MAX_REPLY => {
                Err(explain.unreadable(format!("holds a reply of more than {MAX_REPLY} bytes"), "", spent()))
            }
            Stop::End => Ok(answer),
        }
    }

    fn list(&self, limit: Duration) -> Result<Option<Vec<String>>, ProviderError> {
        let request = wire::list(self.settings);
        let url = self.endpoint.join(&request.path);
        let explain = Explain { session: self, url: &url, limit };
        let received = self.exchange(&url, &request, limit).map_err(|broken| explain.broken_probe(&broken))?;
        // A server that has no list is there all the same.
        if [404, 405, 501].contains(&received.status) {
            return Ok(None);
        }
        if !received.is_success() {
            return Err(*explain.status(&received).error);
        }
        let value: Value = serde_json::from_slice(&received.body).map_err(|_| explain.no_api())?;
        Ok(wire::models(&value).map(|names| names.iter().map(|name| self.scrubber.name(name)).collect()))
    }

    /// Adds what the server has instead of the model, if it lists that.
    fn with_near_names(&self, mut error: ProviderError) -> ProviderError {
        let limit = self.settings.timeout.min(Duration::from_secs(20));
        if let Ok(Some(names)) = self.list(limit) {
            if names.iter().any(|name| wire::is_model(name, &self.settings.model)) {
                return error.note("the server lists this model: the key may not allow it, or `base_url` may lack a part such as `/v1`");
            }
            error.notes.push(explain::near_names(&self.settings.model, &names));
        }
        error
    }

    fn exchange(&self, url: &str, request: &Request, limit: Duration) -> Result<Received, Broken> {
        exchange::exchange(&exchange::Outgoing {
            url,
            request,
            secrets: &self.headers,
            proxy: self.proxy.as_ref().map(|chosen| &chosen.proxy),
            connect: self.settings.connect_timeout.min(limit),
            limit,
        })
    }
}
