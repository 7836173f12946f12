//! From settings to somebody who can be asked.

use std::path::PathBuf;

use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::diagnostic::Diagnostic;

use super::Asker;
use crate::budget::Purse;
use crate::config::{Config, ConfigError, FILE};
use crate::kept::Kept;
use crate::ledger::Ledger;

/// On behalf of which spec models are asked, and where what is paid for is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The stem of the spec's file: its name in `[budget.specs]`.
    pub stem: String,
    /// The spec's file as messages name it.
    pub shown: String,
    /// The folder of its crate.
    pub krate: PathBuf,
    /// Where its artifact is locked.
    pub lock: PathBuf,
    /// The cache folder.
    pub cache: PathBuf,
}

impl<'a> Asker<'a> {
    /// Whoever `config` names, with its budget on what `purse` has spent so far.
    ///
    /// # Errors
    /// No usable provider is configured, or dollars are limited and a model has no price.
    pub fn prepare(config: &Config, place: &Place, purse: &'a mut Purse) -> Result<Self, ConfigError> {
        let models = config.providers()?;
        purse.budget = config.budget();
        let unpriced = models.iter().find(|model| model.price.is_none() && !model.is_free);
        if let Some(model) = unpriced.filter(|_| purse.budget.limits_dollars(&place.stem)) {
            let table = if model.name.is_empty() { "price".to_owned() } else { format!("models.{}.price", model.name) };
            let problem = Diagnostic::error(
                codes::NO_PRICE,
                format!("`{}` has a limit in dollars and its model no price", place.shown),
            )
            .help(format!(
                "write `[{table}]` with `input`, `output` (US dollars per million tokens) and `date` into `{FILE}`"
            ))
            .help("or limit tokens instead: `--max-tokens 50000`");
            return Err(config.error(vec![problem]));
        }
        Ok(Self {
            models,
            candidates: config.candidates(),
            stem: place.stem.clone(),
            purse,
            kept: Some(Kept::of(&place.cache, &place.lock)),
            ledger: Some(Ledger::of(&place.cache, &place.krate)),
            ids: vec![],
        })
    }
}
