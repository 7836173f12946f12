//! `compiled-ai.toml`: which models are asked, how often, and for how much. Never a secret.
//!
//! A setting comes from a flag, an environment variable, the crate's file or its workspace's file, in that order, key by key.
//! [`Config::settings`] tells where each comes from.

mod keys;
mod layer;
mod mask;
mod models;
mod value;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::diagnostic::{Code, Diagnostic, Sources};
use compiled_ai_core::render;
use rust_decimal::Decimal;

pub use keys::{KEYS, Key, PROVIDERS, Sort};
pub use layer::{Origin, Setting};
pub use models::ModelSettings;
pub use value::Value;

use crate::budget::{Budget, Limit};
use crate::signing::Signing;

/// The file's name.
pub const FILE: &str = "compiled-ai.toml";
/// How often a model is asked at most: gains of self-repair come in the first rounds (arXiv 2604.10508).
pub const MAX_ATTEMPTS: u8 = 5;

/// What belongs to a provider, and does not hold for another one.
const OF_PROVIDER: &[&str] =
    &["model", "base_url", "key_env", "key_header", "api", "context_tokens", "allow_plain_http"];

/// The settings that hold for one crate.
#[derive(Debug, Clone, Default)]
pub struct Config {
    settings: BTreeMap<String, Setting>,
    sources: Sources,
    /// The files that were read: the workspace's, then the crate's.
    pub files: Vec<PathBuf>,
}

/// Why a configuration can't be used: every problem.
#[derive(Debug, Clone)]
pub struct ConfigError {
    /// The problems.
    pub problems: Vec<Diagnostic>,
    /// The texts that they point into, with keys blanked out.
    pub sources: Sources,
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(render::plain(&self.problems, &self.sources).trim_end())
    }
}

impl std::error::Error for ConfigError {}

impl ConfigError {
    /// One problem without a place in a file.
    pub fn new(code: Code, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { problems: vec![Diagnostic::error(code, message).help(help)], sources: Sources::default() }
    }
}

/// What the flags of a command say.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    /// `--provider`
    pub provider: Option<String>,
    /// `--model`: a model's name, or that of a table in `models`.
    pub model: Option<String>,
    /// `--attempts`
    pub attempts: Option<u8>,
    /// `--candidates`
    pub candidates: Option<u8>,
    /// `--max-usd`: for the run (`None`) or for a spec.
    pub max_usd: Vec<(Option<String>, Decimal)>,
    /// `--max-tokens`: for the run (`None`) or for a spec.
    pub max_tokens: Vec<(Option<String>, u64)>,
}

impl Config {
    /// Reads the `compiled-ai.toml` of each of `folders`, the one that wins first (a crate's, then its workspace's), and the
    /// environment through `variable`.
    ///
    /// # Errors
    /// Everything that is wrong with any of them.
    pub fn read<'a>(
        folders: impl IntoIterator<Item = &'a Path>,
        variable: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, ConfigError> {
        let here = std::env::current_dir().unwrap_or_default();
        let mut folders: Vec<&Path> = folders.into_iter().collect();
        folders.dedup();
        let (mut config, mut problems) = (Self::default(), vec![]);
        for folder in folders.into_iter().rev() {
            let file = folder.join(FILE);
            let shown = file.strip_prefix(&here).unwrap_or(&file).display().to_string();
            match std::fs::read_to_string(&file) {
                Ok(text) => {
                    let layer = layer::from_file(&file, &shown, &text, &mut config.sources, &mut problems);
                    config.put(layer, false);
                    config.files.push(file);
                }
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => problems.push(
                    Diagnostic::error(codes::CONFIG, format!("`{shown}` can't be read: {error}"))
                        .help("it must be a file in UTF-8 that you may read"),
                ),
            }
        }
        let layer = layer::from_environment(variable, &here, &mut problems);
        config.put(layer, true);
        if problems.is_empty() { Ok(config) } else { Err(config.error(problems)) }
    }

    /// The same settings with those of flags above them.
    ///
    /// # Errors
    /// A flag asks for what there is not.
    pub fn with(mut self, flags: &Flags) -> Result<Self, ConfigError> {
        let mut layer: Vec<(String, &'static str, Value)> = Vec::new();
        if let Some(provider) = &flags.provider {
            match value::from_text(provider, Sort::Choice(PROVIDERS)) {
                Ok(value) => layer.push(("provider".to_owned(), "--provider", value)),
                Err(wrong) => {
                    let mut problem =
                        Diagnostic::error(codes::CONFIG, format!("`--provider` can't be used: {}", wrong.message));
                    problem.help.extend(wrong.help);
                    return Err(self.error(vec![problem]));
                }
            }
        }
        if let Some(model) = &flags.model {
            layer.push(("model".to_owned(), "--model", Value::Text(model.clone())));
        }
        let counts = [("attempts", "--attempts", flags.attempts), ("candidates", "--candidates", flags.candidates)];
        for (path, flag, count) in counts {
            layer.extend(count.map(|count| (path.to_owned(), flag, Value::Whole(u64::from(count)))));
        }
        let path = |spec: &Option<String>, key: &str| match spec {
            Some(spec) => format!("budget.specs.{spec}.{key}"),
            None => format!("budget.{key}"),
        };
        for (spec, usd) in &flags.max_usd {
            layer.push((path(spec, "max_usd"), "--max-usd", Value::Amount(*usd)));
        }
        for (spec, tokens) in &flags.max_tokens {
            layer.push((path(spec, "max_tokens"), "--max-tokens", Value::Whole(*tokens)));
        }
        let here = std::env::current_dir().unwrap_or_default();
        self.put(layer::from_flags(layer, &here), true);
        Ok(self)
    }

    /// How often a model is asked at most.
    pub fn attempts(&self) -> u8 {
        self.small("attempts").unwrap_or(MAX_ATTEMPTS)
    }

    /// How many replies to the same prompt are asked for, until one passes.
    pub fn candidates(&self) -> u8 {
        self.small("candidates").unwrap_or(1)
    }

    /// The folder of the specs, relative to the crate.
    pub fn specs(&self) -> &Path {
        match self.get("specs") {
            Some(Value::Text(folder)) => Path::new(folder),
            _ => Path::new("specs"),
        }
    }

    /// Which key signs what is locked, and whose signatures count.
    ///
    /// # Errors
    /// A trusted key is none.
    pub fn signing(&self) -> Result<Signing, ConfigError> {
        let mut table = toml::Table::new();
        for (key, setting) in &self.settings {
            let Some(name) = key.strip_prefix("signing.") else { continue };
            let value = match &setting.value {
                Value::Text(file) if name == "key_file" => {
                    setting.folder.join(file).to_string_lossy().into_owned().into()
                }
                Value::Text(text) => text.clone().into(),
                Value::Words(keys) => keys.clone().into(),
                _ => continue,
            };
            table.insert(name.to_owned(), value);
        }
        Signing::read(table, Path::new("")).map_err(|why| {
            let mut problem = Diagnostic::error(codes::CONFIG, format!("`{FILE}` can't be used: {why}"));
            if let Some(Setting { origin: Origin::File(at), .. }) = self.settings.get("signing.trusted") {
                problem = problem.at(at, "");
            }
            self.error(vec![problem.help("`cargo compiled-ai sign --new-key FILE` prints the public key to put here")])
        })
    }

    /// What may be spent.
    pub fn budget(&self) -> Budget {
        let mut budget = Budget { run: self.limit("budget."), specs: BTreeMap::new() };
        for path in self.settings.keys() {
            let Some(spec) = path.strip_prefix("budget.specs.").and_then(|rest| rest.rsplit_once('.')) else {
                continue;
            };
            budget.specs.insert(spec.0.to_owned(), self.limit(&format!("budget.specs.{}.", spec.0)));
        }
        budget
    }

    /// Every setting that holds, by its path, with where it comes from: `compiled-ai.toml:3`, `COMPILED_AI_MODEL`, `--model`.
    pub fn settings(&self) -> impl Iterator<Item = (&str, &Value, String)> {
        self.settings.iter().map(|(path, setting)| (path.as_str(), &setting.value, self.shown(&setting.origin)))
    }

    /// Where a setting comes from, for people.
    fn shown(&self, origin: &Origin) -> String {
        match origin {
            Origin::File(at) => format!("{}:{}", self.sources.path(at.file), self.sources.line_column(at).0),
            Origin::Variable(name) | Origin::Flag(name) => (*name).to_owned(),
        }
    }

    fn get(&self, path: &str) -> Option<&Value> {
        self.settings.get(path).map(|setting| &setting.value)
    }

    fn small(&self, path: &str) -> Option<u8> {
        let Some(Value::Whole(number)) = self.get(path) else { return None };
        u8::try_from(*number).ok()
    }

    fn limit(&self, prefix: &str) -> Limit {
        let usd = match self.get(&format!("{prefix}max_usd")) {
            Some(Value::Amount(usd)) => Some(*usd),
            _ => None,
        };
        let tokens = match self.get(&format!("{prefix}max_tokens")) {
            Some(Value::Whole(tokens)) => Some(*tokens),
            _ => None,
        };
        Limit { usd, tokens }
    }

    /// Puts `layer` above what there is. What it says of a model makes untrue what was said below of another one; and what
    /// `is_of_run` says (the environment, flags), it says of whichever model is asked.
    fn put(&mut self, layer: layer::Layer, is_of_run: bool) {
        let mut layer = layer;
        let prefixes: Vec<String> = layer
            .keys()
            .filter_map(|path| path.strip_suffix("provider").or(path.strip_suffix("model")))
            .map(str::to_owned)
            .collect();
        for prefix in prefixes {
            let is_other = |key: &str| {
                let path = format!("{prefix}{key}");
                layer.get(&path).is_some_and(|new| self.settings.get(&path).is_some_and(|old| old.value != new.value))
            };
            let (provider, model) = (is_other("provider"), is_other("model"));
            let below = |path: &str, keys: &[&str]| {
                path.strip_prefix(&prefix).is_some_and(|key| {
                    keys.contains(&key) || key.starts_with("price.") || provider && key.starts_with("headers_env.")
                })
            };
            self.settings.retain(|path, _| !(provider && below(path, OF_PROVIDER) || model && below(path, &[])));
        }
        if is_of_run {
            let named = match layer.get("model") {
                Some(Setting { value: Value::Text(name), .. }) if self.is_table(name) => Some(name.clone()),
                _ => None,
            };
            if let Some(name) = named {
                // The name of a table: just this one is asked.
                let setting = layer.remove("model").expect("it was just found");
                layer.insert("escalate".to_owned(), Setting { value: Value::Words(vec![name]), ..setting });
            } else if layer.contains_key("model") || layer.contains_key("provider") {
                self.settings.remove("escalate");
            }
            for path in layer.keys() {
                let ending = format!(".{path}");
                self.settings.retain(|below, _| {
                    !(below.starts_with("models.") && below.ends_with(&ending)) || path == "attempts"
                });
            }
        }
        self.settings.extend(layer);
    }

    fn is_table(&self, name: &str) -> bool {
        let prefix = format!("models.{name}.");
        self.settings.keys().any(|path| path.starts_with(&prefix))
    }

    pub(crate) fn error(&self, problems: Vec<Diagnostic>) -> ConfigError {
        ConfigError { problems, sources: self.sources.clone() }
    }
}

#[cfg(test)]
mod tests;
