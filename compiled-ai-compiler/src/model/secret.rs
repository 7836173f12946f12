//! Secrets: API keys and what else is read from the environment for a header.

use compiled_ai_core::codes::provider as codes;
use ureq::http::HeaderValue;

use super::{ProviderError, World};

/// A secret value. It can be sent in a header and looked for in texts, and nothing else: there is no `Debug`, `Display` or
/// `Clone`, and its bytes are overwritten when it is dropped. What the HTTP client copies of it is not.
pub(super) struct Secret(Vec<u8>);

impl Secret {
    /// Takes over `text`.
    pub(super) fn new(text: String) -> Self {
        Self(text.into_bytes())
    }

    /// Reads an environment variable. Space around the value is left out: it comes from files that end with a line break.
    ///
    /// # Errors
    /// It is not set, empty, or can't stand in a header. The error never has the value.
    pub(super) fn read(world: &dyn World, variable: &str) -> Result<Self, ProviderError> {
        let missing = |what: &str| {
            ProviderError::new(codes::NO_KEY, format!("the environment variable `{variable}` {what}")).help(format!(
                "set it where this program runs, as in `export {variable}=…`; which variable holds it is `key_env` in `compiled-ai.toml`"
            ))
        };
        let value = world.variable(variable).ok_or_else(|| missing("is not set"))?;
        // On failure the original comes back, to be overwritten as well.
        let whole = Self(value.into_encoded_bytes());
        let trimmed = Self(whole.0.trim_ascii().to_vec());
        if trimmed.0.is_empty() {
            return Err(missing("is empty"));
        }
        if !trimmed.0.iter().all(u8::is_ascii_graphic) {
            return Err(missing("holds what can't be a key: a space, a control character or one outside ASCII"));
        }
        Ok(trimmed)
    }

    /// The value after `prefix`, for a header. Its `Debug` is `Sensitive`.
    ///
    /// # Errors
    /// It can't stand in a header.
    pub(super) fn header(&self, prefix: &str) -> Result<HeaderValue, ureq::http::Error> {
        let whole = Self([prefix.as_bytes(), &self.0].concat());
        let mut value = HeaderValue::from_bytes(&whole.0)?;
        value.set_sensitive(true);
        Ok(value)
    }

    /// The bytes, to look for.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.fill(0);
        // Keeps the compiler from leaving out writes that nobody reads.
        std::hint::black_box(&self.0);
    }
}
