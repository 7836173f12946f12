//! Whether a provider can be used, found out without spending a token.

use std::sync::Arc;
use std::time::Duration;

use super::http::Http;
use super::wire::is_model;
use super::{ProviderError, Settings, System, World};

/// How long a probe may take.
const LIMIT: Duration = Duration::from_secs(20);

/// A provider that answers and takes the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// Scheme, host and port.
    pub origin: String,
    /// How many models it lists; `None` if it lists none.
    pub models: Option<usize>,
    /// Whether the model of the settings is among them; `None` if it lists none.
    pub has_model: Option<bool>,
}

/// Asks the server for its list of models, once: says whether it is there, takes the key and has the model. Costs nothing.
///
/// # Errors
/// The settings can't be used, the key is not set or refused, or the server can't be reached.
pub fn reachable(settings: &Settings) -> Result<Reached, ProviderError> {
    reachable_in(settings, Arc::new(System))
}

/// [`reachable`], in a given world.
///
/// # Errors
/// As [`reachable`].
pub fn reachable_in(settings: &Settings, world: Arc<dyn World>) -> Result<Reached, ProviderError> {
    let http = Http::new(settings.clone(), world)?;
    let models = http.models(LIMIT.min(settings.timeout))?;
    Ok(Reached {
        origin: http.origin(),
        models: models.as_ref().map(Vec::len),
        has_model: models.map(|names| names.iter().any(|name| is_model(name, &settings.model))),
    })
}
