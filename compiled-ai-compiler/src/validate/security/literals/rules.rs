//! The literal policy's rules as data.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use regex::{Regex, RegexBuilder, RegexSet};
use serde::Deserialize;

/// Everything that `gate/literals-1.toml` says, ready to match.
#[derive(Debug)]
pub(super) struct Rules {
    /// The keywords of each secret, as one set: one pass tells which secrets are worth looking for.
    pub(super) keywords: RegexSet,
    pub(super) secrets: Vec<Secret>,
    pub(super) cards: Vec<Card>,
    pub(super) iban: BTreeMap<String, usize>,
    pub(super) samples: BTreeSet<String>,
    pub(super) domains: BTreeSet<String>,
    pub(super) common: BTreeSet<String>,
    pub(super) interpolations: Vec<Interpolation>,
}

#[derive(Debug)]
pub(super) struct Secret {
    pub(super) id: String,
    pub(super) regex: Regex,
    /// Bits a character.
    pub(super) entropy: f64,
    /// Any value of a variable that is named like a secret, so that more is asked of it.
    pub(super) is_generic: bool,
}

/// A range of card numbers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Card {
    pub(super) prefixes: Vec<String>,
    pub(super) lengths: Vec<usize>,
}

/// Text that is built around a value.
#[derive(Debug)]
pub(super) struct Interpolation {
    pub(super) what: String,
    pub(super) cwe: u32,
    /// Whether a value counts that was escaped.
    pub(super) any_value: bool,
    pub(super) help: String,
    pub(super) regexes: Vec<Regex>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    secret: Vec<SecretEntry>,
    card: Vec<Card>,
    personal: Personal,
    common: Common,
    interpolation: Vec<InterpolationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SecretEntry {
    id: String,
    keywords: Vec<String>,
    regex: String,
    #[serde(default)]
    entropy: f64,
    #[serde(default)]
    is_generic: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Personal {
    iban: BTreeMap<String, usize>,
    samples: BTreeSet<String>,
    domains: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Common {
    words: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InterpolationEntry {
    what: String,
    cwe: u32,
    any_value: bool,
    help: String,
    regexes: Vec<String>,
}

impl Rules {
    /// The policy that goes with `gate-1`.
    ///
    /// # Panics
    /// Never: the embedded file is tested.
    pub(super) fn literals_1() -> &'static Self {
        static RULES: OnceLock<Rules> = OnceLock::new();
        RULES.get_or_init(|| {
            Self::parse(include_str!("../../../../gate/literals-1.toml")).expect("the embedded rules are tested")
        })
    }

    /// Reads rules.
    ///
    /// # Errors
    /// What is wrong with the text.
    fn parse(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let compile = |regex: &String| quick(regex).map_err(|error| error.to_string());
        let keywords = file.secret.iter().map(|secret| {
            let words: Vec<String> = secret.keywords.iter().map(|word| regex::escape(word)).collect();
            format!("(?i:{})", words.join("|"))
        });
        Ok(Self {
            keywords: RegexSet::new(keywords).map_err(|error| error.to_string())?,
            secrets: file
                .secret
                .iter()
                .map(|secret| {
                    let SecretEntry { id, entropy, is_generic, .. } = secret;
                    let regex = compile(&secret.regex)?;
                    Ok(Secret { id: id.clone(), regex, entropy: *entropy, is_generic: *is_generic })
                })
                .collect::<Result<_, String>>()?,
            cards: file.card,
            iban: file.personal.iban,
            samples: file.personal.samples,
            domains: file.personal.domains,
            common: file.common.words,
            interpolations: file
                .interpolation
                .into_iter()
                .map(|entry| {
                    let regexes = entry.regexes.iter().map(compile).collect::<Result<_, String>>()?;
                    let InterpolationEntry { what, cwe, any_value, help, .. } = entry;
                    Ok(Interpolation { what, cwe, any_value, help, regexes })
                })
                .collect::<Result<_, String>>()?,
        })
    }
}

/// Compiles a regular expression over ASCII, where it can be read so. A boundary of words of all languages, or a class of
/// their letters, makes a search slower by orders of magnitude.
pub(in crate::validate::security) fn quick(regex: &str) -> Result<Regex, regex::Error> {
    let ascii = RegexBuilder::new(regex).unicode(false).build();
    ascii.or_else(|_| Regex::new(&regex.replace(r"\b", r"(?-u:\b)")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_rules_parse() {
        let rules = Rules::parse(include_str!("../../../../gate/literals-1.toml")).unwrap();
        assert!(rules.secrets.len() >= 60, "{} secrets", rules.secrets.len());
        let ids: BTreeSet<&str> = rules.secrets.iter().map(|secret| secret.id.as_str()).collect();
        assert_eq!(ids.len(), rules.secrets.len(), "an id is given twice");
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        assert!(Rules::parse("secret = []\nextra = 1").is_err());
    }
}
