//! The in-toto statement: which files, and what is said of them.

use std::io;
use std::path::Path;

use compiled_ai_core::files::{Disk, Files as _};
use compiled_ai_core::hash::Hash;
use compiled_ai_core::lock::{FILES, LOCK_FILE, Lock, NEXT, Score};
use serde::{Deserialize, Serialize};

/// The form of a statement.
const TYPE: &str = "https://in-toto.io/Statement/v1";
/// What the predicate says, and where that is documented.
pub const PREDICATE_TYPE: &str = "https://github.com/compiled-ai/compiled-ai/blob/main/docs/signing.md#lock-v1";
/// The largest file that is signed, in bytes: as much as a build links.
const LIMIT: u64 = 64 << 20;

/// What is signed. The same files give the same statement, and it the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    #[serde(rename = "_type")]
    form: String,
    subject: Vec<Subject>,
    #[serde(rename = "predicateType")]
    predicate_type: String,
    predicate: Predicate,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    /// Its name in the folder. Compared with the names that there are; no path is made of it.
    name: String,
    digest: Digest,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Digest {
    sha256: String,
}

/// What a reader asks first, repeated from the lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Predicate {
    spec: Spec,
    gate: String,
    kit: String,
    toolchain: String,
    accuracy: Accuracy,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spec {
    file: String,
    name: String,
    hash: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Accuracy {
    shown: Share,
    #[serde(rename = "heldOut", default, skip_serializing_if = "Option::is_none")]
    held_out: Option<Share>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Share {
    right: usize,
    of: usize,
}

impl Statement {
    /// The statement about what is locked in `folder`: about the artifact that a build would link.
    ///
    /// # Errors
    /// A file can't be read, or the lock is none.
    pub fn of_folder(folder: &Path) -> io::Result<Self> {
        let read = |name: &str| Disk.read(&folder.join(name), LIMIT);
        let text = String::from_utf8(read(LOCK_FILE)?).map_err(io::Error::other)?;
        let lock = Lock::parse(&text).map_err(|unreadable| io::Error::other(unreadable.to_string()))?;
        let mut files = vec![];
        for name in FILES {
            // Like a build: what waits is what the lock speaks of, if it has the hash that the lock states.
            let locked = lock.artifact.get(name).map(String::as_str);
            let waiting = read(&format!("{name}{NEXT}")).ok().filter(|bytes| Some(Hash::of(bytes).as_str()) == locked);
            match waiting.map_or_else(|| read(name), Ok) {
                Ok(bytes) => files.push((name, bytes)),
                Err(error) if error.kind() == io::ErrorKind::NotFound && locked.is_none() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Self::of(&lock, &text, &files))
    }

    /// The statement about a lock, whose text this is, and the artifact's files, by name.
    pub fn of(lock: &Lock, text: &str, files: &[(&str, Vec<u8>)]) -> Self {
        let subject = |name: &str, bytes: &[u8]| Subject {
            name: name.to_owned(),
            digest: Digest { sha256: Hash::of(bytes).as_str().trim_start_matches("sha256:").to_owned() },
        };
        let mut subjects = vec![subject(LOCK_FILE, text.as_bytes())];
        subjects.extend(files.iter().map(|(name, bytes)| subject(name, bytes)));
        subjects.sort();
        let share = |score: &Score| Share { right: score.right, of: score.of };
        Self {
            form: TYPE.to_owned(),
            subject: subjects,
            predicate_type: PREDICATE_TYPE.to_owned(),
            predicate: Predicate {
                spec: Spec { file: lock.spec.file.clone(), name: lock.spec.name.clone(), hash: lock.spec.hash.clone() },
                gate: lock.made.gate.clone(),
                kit: lock.made.kit.clone(),
                toolchain: lock.made.toolchain.clone(),
                accuracy: Accuracy {
                    shown: share(&lock.accuracy.shown.examples),
                    held_out: lock.accuracy.held_out.as_ref().map(|held_out| share(&held_out.examples)),
                },
            },
        }
    }

    /// Its bytes: JSON without white space, keys in one order.
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("texts and numbers can be written as JSON")
    }

    /// Why `payload` does not state what this says; `None` if it does, in whatever order and white space.
    pub(super) fn differs(&self, payload: &[u8]) -> Option<String> {
        let Ok(mut other) = serde_json::from_slice::<Self>(payload) else {
            return Some(format!("it is over something else than an in-toto statement of the type `{PREDICATE_TYPE}`"));
        };
        other.subject.sort();
        if (&other.form, &other.predicate_type) != (&self.form, &self.predicate_type) {
            return Some("it is over a statement of another type".to_owned());
        }
        if other.subject.iter().map(|subject| &subject.name).ne(self.subject.iter().map(|subject| &subject.name)) {
            return Some("it is over other files than those that are locked".to_owned());
        }
        let changed: Vec<String> = self
            .subject
            .iter()
            .zip(&other.subject)
            .filter(|(own, other)| own != other)
            .map(|(own, _)| format!("`{}`", own.name))
            .collect();
        match changed.as_slice() {
            [] if other.predicate == self.predicate => None,
            [] => Some("it states something else than the lock".to_owned()),
            [one] => Some(format!("{one} is not what was signed")),
            several => Some(format!("{} are not what was signed", several.join(" and "))),
        }
    }
}
