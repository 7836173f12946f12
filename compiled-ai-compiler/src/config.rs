//! `compiled-ai.toml`: which model is asked, and how often. Never a secret.

use std::num::NonZeroU64;
use std::path::{Path, PathBuf};
use std::time::Duration;

use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::diagnostic::Code;
use serde::Deserialize;

use crate::model::{Command, Provider, Record, Replay};
use crate::signing::Signing;

/// The file's name.
pub const FILE: &str = "compiled-ai.toml";
/// How often a model is asked at most: gains of self-repair come in the first rounds (arXiv 2604.10508).
pub const MAX_ATTEMPTS: u8 = 5;

/// The settings of one `compiled-ai.toml`.
#[derive(Debug, Clone)]
pub struct Config {
    settings: Settings,
    /// The file it was read from; `None` if there is none.
    pub file: Option<PathBuf>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    provider: Option<Kind>,
    command: Option<Vec<String>>,
    replay: Option<PathBuf>,
    record: Option<PathBuf>,
    model: Option<String>,
    timeout_seconds: Option<NonZeroU64>,
    attempts: Option<u8>,
    specs: Option<PathBuf>,
    signing: Option<toml::Table>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Command,
    Replay,
}

/// Why a configuration can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The code that explains it.
    pub code: Code,
    /// What is wrong, with the place in the file.
    pub message: String,
    /// What to do next.
    pub help: String,
}

impl Config {
    /// Reads the `compiled-ai.toml` of the first of `folders` that has one: the crate's own wins over its workspace's.
    ///
    /// # Errors
    /// The file can't be read or holds what this version does not know.
    pub fn find<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Result<Self, ConfigError> {
        for folder in folders {
            let file = folder.join(FILE);
            let text = match std::fs::read_to_string(&file) {
                Ok(text) => text,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(error) => return Err(unusable(format!("`{}` can't be read: {error}", file.display()))),
            };
            let settings: Settings = toml::from_str(&text).map_err(|error| {
                unusable(format!("`{}` can't be used\n{}", file.display(), error.to_string().trim_end()))
            })?;
            if settings.attempts.is_some_and(|attempts| !(1..=MAX_ATTEMPTS).contains(&attempts)) {
                return Err(unusable(format!("`{}`: `attempts` must be 1 to {MAX_ATTEMPTS}", file.display())));
            }
            return Ok(Self { settings, file: Some(file) });
        }
        Ok(Self { settings: Settings::default(), file: None })
    }

    /// The provider that it names.
    ///
    /// # Errors
    /// It names none, or leaves out what that provider needs.
    pub fn provider(&self) -> Result<Box<dyn Provider>, ConfigError> {
        let settings = &self.settings;
        let Some(kind) = settings.provider else {
            return Err(ConfigError {
                code: codes::NO_PROVIDER,
                message: match &self.file {
                    Some(file) => format!("`{}` names no provider", file.display()),
                    None => format!("no `{FILE}` names a provider"),
                },
                help: format!(
                    "write `provider = \"command\"` and `command = [\"my-model\"]` into `{FILE}` beside `Cargo.toml`"
                ),
            });
        };
        let model = settings.model.clone().unwrap_or_default();
        let needs = |key: &str| unusable(format!("`provider = \"{key}\"` needs `{key}`"));
        let provider: Box<dyn Provider> = match kind {
            Kind::Command => Box::new(Command {
                argv: settings.command.clone().filter(|argv| !argv.is_empty()).ok_or_else(|| needs("command"))?,
                directory: self.folder(),
                model,
                limit: Duration::from_secs(settings.timeout_seconds.map_or(1800, NonZeroU64::get)),
            }),
            Kind::Replay => {
                let folder = settings.replay.as_ref().ok_or_else(|| needs("replay"))?;
                Box::new(Replay { folder: self.folder().join(folder), model })
            }
        };
        Ok(match &settings.record {
            Some(folder) => Box::new(Record { inner: provider, folder: self.folder().join(folder) }),
            None => provider,
        })
    }

    /// How often a model is asked at most.
    pub fn attempts(&self) -> u8 {
        self.settings.attempts.unwrap_or(MAX_ATTEMPTS)
    }

    /// The folder of the specs, relative to the crate.
    pub fn specs(&self) -> &Path {
        self.settings.specs.as_deref().unwrap_or(Path::new("specs"))
    }

    /// Which key signs what is locked, and whose signatures count.
    ///
    /// # Errors
    /// The table `signing` holds what this version does not know.
    pub fn signing(&self) -> Result<Signing, ConfigError> {
        let table = self.settings.signing.clone().unwrap_or_default();
        let file = self.file.clone().unwrap_or_else(|| PathBuf::from(FILE));
        Signing::read(table, &self.folder()).map_err(|why| unusable(format!("`{}`: {why}", file.display())))
    }

    fn folder(&self) -> PathBuf {
        self.file.as_deref().and_then(Path::parent).map_or_else(|| PathBuf::from("."), Path::to_owned)
    }
}

fn unusable(message: String) -> ConfigError {
    ConfigError {
        code: codes::CONFIG,
        message,
        help: format!("`cargo compiled-ai explain {}` shows what `{FILE}` may hold", codes::CONFIG),
    }
}
