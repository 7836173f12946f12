//! `lock.toml`: what was made for a spec, from what, by whom, and how well it did.
//!
//! One folder per artifact, so that two people who compile two specs never meet in a merge:
//!
//! ```text
//! compiled-ai/<spec>/lock.toml
//! compiled-ai/<spec>/artifact.rs
//! compiled-ai/<spec>/artifact.wasm   for `target: wasm`
//! compiled-ai/<spec>/lock.dsse.json  signatures over them, if somebody signed
//! ```
//! The hashes in a lock detect accidents. They are no defence against somebody who edits artifact and lock together:
//! `cargo compiled-ai verify` is, which trusts neither.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::coverage::Coverage;
use crate::diagnostic::floor_char_boundary;
use crate::hash::{self, Hash};
use crate::spec::Spec;

/// The version of the format that this crate reads and writes.
pub const VERSION: u32 = 1;
/// The folder of a crate that holds its locks.
pub const FOLDER: &str = "compiled-ai";
/// The lock's file name.
pub const LOCK_FILE: &str = "lock.toml";
/// The artifact's source file.
pub const ARTIFACT_FILE: &str = "artifact.rs";
/// The artifact's component, for `target: wasm`.
pub const COMPONENT_FILE: &str = "artifact.wasm";
/// Every file that a lock may name.
pub const FILES: [&str; 2] = [ARTIFACT_FILE, COMPONENT_FILE];
/// What is put behind a file's name while it waits for its lock to be written; see [`ARTIFACT_NEXT`].
pub const NEXT: &str = ".next";
/// Signatures over the lock and the artifact; there only if somebody signed. A build does not read it.
pub const SIGNATURE_FILE: &str = "lock.dsse.json";
/// Where [`ARTIFACT_FILE`] waits while its lock is written; left behind only by a process that was killed.
pub const ARTIFACT_NEXT: &str = "artifact.rs.next";

/// A lock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The format's version: [`VERSION`].
    pub version: u32,
    /// The spec that it was made for.
    pub spec: LockedSpec,
    /// Hashes of the artifact's files, by name.
    pub artifact: BTreeMap<String, String>,
    /// What made it.
    pub made: Made,
    /// How many examples there were.
    pub examples: ExampleCounts,
    /// How well it did on each part.
    pub accuracy: Accuracies,
    /// What nothing reaches; absent if it was not measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Coverage>,
    /// Every attempt, in order; the last one is what is locked.
    pub attempts: Vec<Attempt>,
}

/// The spec that a lock was made for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LockedSpec {
    /// The file's name.
    pub file: String,
    /// The function's name.
    pub name: String,
    /// The canonical hash of its meaning.
    pub hash: String,
    /// The hash of each part of its meaning, by key: tells what has changed when the whole differs.
    pub parts: BTreeMap<String, String>,
}

/// What made an artifact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Made {
    /// The compiler's version.
    pub compiler: String,
    /// The security profile that it passed.
    pub gate: String,
    /// The kit's version.
    pub kit: String,
    /// `rustc --version` of the toolchain that built and ran it.
    pub toolchain: String,
    /// `rust` or `wasm`.
    pub target: String,
    /// The kind of provider.
    pub provider: String,
    /// The model as the provider names it; empty where it does not say.
    pub model: String,
    /// The version of the prompt's form.
    pub prompt: String,
    /// For `target: wasm`, the hash of everything that decides the component's bytes beside the spec and the artifact:
    /// compiler, crates, encoder. Where it is the same, the same bytes are built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
}

/// How many examples there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleCounts {
    /// Examples that a prompt may hold.
    pub shown: usize,
    /// Of those, how many stood in the first prompt.
    pub in_prompt: usize,
    /// Examples that no prompt holds.
    pub held_out: usize,
}

/// Accuracy on the two parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accuracies {
    /// On the examples that a prompt may hold.
    pub shown: Accuracy,
    /// On the examples that no prompt holds; absent if there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_out: Option<Accuracy>,
}

/// Accuracy on one part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accuracy {
    /// Examples whose whole output is right.
    pub examples: Score,
    /// Examples on which the function abstained although an output was expected.
    pub abstained: usize,
    /// Fields of the output record over all examples with an expected output; empty if the output is no record.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, Score>,
}

/// A share with its 95 % interval.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// How many are right.
    pub right: usize,
    /// Of how many.
    pub of: usize,
    /// The 95 % Wilson score interval of the share, in per cent with one digit (Wilson 1927).
    pub interval: [f64; 2],
}

impl Score {
    /// `right` of `of`.
    pub fn new(right: usize, of: usize) -> Self {
        Self { right, of, interval: wilson(right, of) }
    }

    /// The share, 0 to 1; 1 of nothing.
    pub fn share(&self) -> f64 {
        if self.of == 0 { 1.0 } else { self.right as f64 / self.of as f64 }
    }
}

/// The 95 % Wilson score interval in per cent, rounded to one digit.
fn wilson(right: usize, of: usize) -> [f64; 2] {
    if of == 0 {
        return [0.0, 100.0];
    }
    // The 97.5 % quantile of the normal distribution.
    let z = 1.959_964_f64;
    let (right, n) = (right as f64, of as f64);
    let (p, z2) = (right / n, z * z);
    let centre = p + z2 / (2.0 * n);
    let reach = z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    [centre - reach, centre + reach].map(|bound| (bound / (1.0 + z2 / n) * 1000.0).round().clamp(0.0, 1000.0) / 10.0)
}

/// One request to a model and what became of its reply.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// The hash of the prompt.
    pub prompt: String,
    /// The hash of the candidate as it was checked; absent if the reply held none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<String>,
    /// The kind of provider that was asked; empty in locks from before escalation, where it is that of [`Made`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub provider: String,
    /// The model as that provider names it; empty where it does not say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub model: String,
    /// Tokens of the prompt, those that were read from the provider's cache and written to it included.
    pub tokens_in: u64,
    /// Of those, the ones that were read from the provider's cache.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub tokens_cached: u64,
    /// Of those, the ones that were written to the provider's cache, where that is charged for apart.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub tokens_written: u64,
    /// Tokens of the reply.
    pub tokens_out: u64,
    /// Where the token counts come from: `provider` (measured) or `estimated`.
    pub tokens_from: String,
    /// The vocabulary that estimated counts were made with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokenizer: Option<String>,
    /// What it cost, in US dollars, rounded up to millionths; absent where no price was configured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dollars: Option<f64>,
    /// The day on which the price was read, as the configuration states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_date: Option<String>,
    /// Seconds that the provider took, rounded to tenths.
    pub seconds: f64,
    /// The verdict of each stage that was reached, in a few words.
    pub verdicts: Verdicts,
}

impl Attempt {
    /// All tokens of the request: prompt and reply.
    pub fn tokens(&self) -> u64 {
        self.tokens_in.saturating_add(self.tokens_out)
    }

    /// Whether the provider measured the counts.
    pub fn is_measured(&self) -> bool {
        self.tokens_from == "provider"
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// The verdict of each stage that an attempt reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdicts {
    /// Whether the reply held a candidate; absent if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
    /// Stage 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub security: Option<String>,
    /// Stage 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub syntax: Option<String>,
    /// Stage 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub execution: Option<String>,
    /// Stage 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<String>,
}

/// Why a lock can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It was written by a newer version.
    Newer {
        /// The version that it says.
        version: u32,
    },
    /// It is no lock: truncated, merged badly or edited.
    Malformed(String),
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Unreadable::Newer { version } => {
                write!(f, "the lock has format version {version}, this version reads up to {VERSION}")
            }
            Unreadable::Malformed(why) => f.write_str(why.trim_end()),
        }
    }
}

impl Lock {
    /// Reads the text of a `lock.toml`.
    ///
    /// # Errors
    /// The text is no lock, or a newer version's.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        // The version first, so that a newer lock is named as such whatever else it holds.
        if let Ok(Version { version }) = toml::from_str(text)
            && version > VERSION
        {
            return Err(Unreadable::Newer { version });
        }
        toml::from_str(text).map_err(|error| {
            let before = &text[..error.span().map_or(0, |span| floor_char_boundary(text, span.start))];
            let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
            Unreadable::Malformed(format!("line {line}: {}", error.message()))
        })
    }

    /// The text of `lock.toml`.
    pub fn to_toml(&self) -> String {
        let body = toml::to_string(self).expect("a lock holds only what TOML can");
        format!("# What `cargo compiled-ai compile` made for this spec. Commit it; do not edit it by hand.\n\n{body}")
    }

    /// Whether it was made for a spec with this hash.
    pub fn fits(&self, spec: &Hash) -> bool {
        self.spec.hash == spec.as_str()
    }

    /// The keys of `spec` whose meaning is not what was locked.
    pub fn changed_parts(&self, spec: &Spec) -> Vec<&'static str> {
        let is_changed = |(name, hash): &(&'static str, Hash)| {
            self.spec.parts.get(*name).is_none_or(|locked| locked != hash.as_str())
        };
        hash::parts(spec).into_iter().filter(is_changed).map(|(name, _)| name).collect()
    }
}
