//! The table `signing` of `compiled-ai.toml`, and lists of trusted keys.

use std::path::{Path, PathBuf};

use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::files::{Disk, Files as _};
use serde::Deserialize;

use super::key::{PrivateKey, PublicKey, Unusable};
use crate::config::{ConfigError, FILE};

/// Far more than a key or a list of keys has.
const LIMIT: u64 = 64 << 10;
/// More keys than anybody trusts; bounds the work that an envelope can ask for.
const MOST_KEYS: usize = 64;

/// Which key signs, and whose signatures count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signing {
    key_env: Option<String>,
    key_file: Option<PathBuf>,
    /// The keys whose signatures count.
    pub trusted: Vec<PublicKey>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Table {
    key_env: Option<String>,
    key_file: Option<PathBuf>,
    trusted: Vec<String>,
}

impl Signing {
    /// The settings in `table`; a relative `key_file` is in `folder`.
    ///
    /// # Errors
    /// What is wrong, without any value of it: somebody may have written a private key there.
    pub(crate) fn read(table: toml::Table, folder: &Path) -> Result<Self, String> {
        const KNOWN: &str =
            "`[signing]` holds `key_env` or `key_file`, which are strings, and `trusted`, a list of strings";
        let Ok(Table { key_env, key_file, trusted }) = toml::Value::Table(table).try_into() else {
            return Err(KNOWN.to_owned());
        };
        if key_env.as_deref().is_some_and(|name| !is_variable(name)) {
            return Err("`signing.key_env` is the name of an environment variable, not what it holds".to_owned());
        }
        Ok(Self { key_env, key_file: key_file.map(|file| folder.join(file)), trusted: keys(&trusted)? })
    }

    /// The key that signs: what the variable `key_env` holds, else what the file `key_file` does.
    ///
    /// # Errors
    /// Neither is named, set or there, or what it holds is no key.
    pub fn key(&self) -> Result<PrivateKey, ConfigError> {
        let unusable = |message: String, help: &str| ConfigError::new(codes::SIGNING_KEY, message, help);
        let generate = "`cargo compiled-ai sign --new-key FILE` makes a key";
        let read = |text: &str, place: &str| {
            PrivateKey::from_pem(text)
                .map_err(|Unusable(why)| unusable(format!("{place} holds no signing key: {why}"), generate))
        };
        let variable = self.key_env.as_ref().map(|name| (name, std::env::var(name).unwrap_or_default()));
        match (&variable, &self.key_file) {
            (Some((name, value)), _) if !value.is_empty() => read(value, &format!("the variable `{name}`")),
            (_, Some(file)) => {
                let shown = file.display();
                let bytes = Disk
                    .read(file, LIMIT)
                    .map_err(|error| unusable(format!("the signing key `{shown}` can't be read: {error}"), generate))?;
                read(&String::from_utf8(bytes).unwrap_or_default(), &format!("`{shown}`"))
            }
            (Some((name, _)), None) => {
                Err(unusable(format!("the variable `{name}`, which holds the signing key, is not set"), generate))
            }
            (None, None) => Err(unusable(
                format!("no `{FILE}` says where the signing key is"),
                "write `key_env = \"MY_SIGNING_KEY\"` or `key_file = \"/path/to/key.pem\"` under `[signing]`",
            )),
        }
    }
}

/// Reads trusted keys from a file of its own: a `compiled-ai.toml` if its name ends in `.toml`, else a key a line, where `#` begins
/// a comment.
///
/// # Errors
/// It can't be read, or holds something else.
pub fn read_trusted(file: &Path) -> Result<Vec<PublicKey>, ConfigError> {
    let shown = file.display();
    let unusable = |why: String| {
        ConfigError::new(
            codes::TRUSTED_KEYS,
            format!("the trusted keys in `{shown}` can't be used: {why}"),
            "write a key a line, as `cargo compiled-ai sign --new-key` prints it, or name a `compiled-ai.toml`",
        )
    };
    let bytes = Disk.read(file, LIMIT).map_err(|error| unusable(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| unusable("it is not UTF-8".to_owned()))?;
    let lines = if file.extension().is_some_and(|ending| ending == "toml") {
        let table: toml::Table = text.parse().map_err(|_| unusable("it is no TOML".to_owned()))?;
        let signing = table.get("signing").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        return Signing::read(signing, Path::new("")).map(|signing| signing.trusted).map_err(unusable);
    } else {
        text.lines().map(|line| line.split('#').next().unwrap_or_default().trim().to_owned())
    };
    keys(&lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()).map_err(unusable)
}

/// All keys, or what is wrong with each that is none.
fn keys(texts: &[String]) -> Result<Vec<PublicKey>, String> {
    if texts.len() > MOST_KEYS {
        return Err(format!("there are more than {MOST_KEYS} trusted keys"));
    }
    let (mut keys, mut wrong) = (vec![], vec![]);
    for (index, text) in texts.iter().enumerate() {
        match PublicKey::parse(text) {
            Ok(key) => keys.push(key),
            Err(Unusable(why)) => wrong.push(format!("trusted key {}: {why}", index + 1)),
        }
    }
    if wrong.is_empty() { Ok(keys) } else { Err(wrong.join("; ")) }
}

fn is_variable(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.len() <= 128
        && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
}
