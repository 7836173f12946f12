//! What was asked of models and paid for, whatever came of it: one line of JSON per event, in a file that only grows.
//!
//! A lock keeps the attempts that led to it. What led to nothing (no candidate passed, Ctrl-C, a full disk) would be forgotten
//! with it; here it stays. The file is this machine's, outside the repository: `ledger/<crate>-<hash>.jsonl` in the cache
//! folder. It holds counts and hashes, never a prompt, a reply or a key.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use compiled_ai_core::hash::Hash;
use serde::{Deserialize, Serialize};

/// The largest ledger that is read, in bytes.
const LIMIT: u64 = 64 << 20;

/// The ledger of one crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    path: PathBuf,
}

/// One line of a ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "entry", rename_all = "snake_case")]
pub enum Entry {
    /// A model was asked. Without an [`Entry::Answered`] of the same id, the process ended while it waited.
    Asked {
        /// Names the request; no two are the same.
        id: String,
        /// When, in UTC.
        at: String,
        /// The stem of the spec's file.
        spec: String,
        /// The hash of the prompt.
        prompt: String,
        /// The kind of provider.
        provider: String,
        /// Tokens of the prompt as counted here.
        tokens_in: u64,
    },
    /// The request came to an end.
    Answered(Answered),
    /// A spec was locked, with the candidate of the last of these requests.
    Locked {
        /// When, in UTC.
        at: String,
        /// The stem of the spec's file.
        spec: String,
        /// The requests that led to it.
        replies: Vec<String>,
    },
}

/// The end of a request.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// The id of the request.
    pub id: String,
    /// When, in UTC.
    pub at: String,
    /// The stem of the spec's file.
    pub spec: String,
    /// The model as the provider names it.
    pub model: String,
    /// Tokens of the prompt.
    pub tokens_in: u64,
    /// Of those, the ones that were read from the provider's cache.
    pub tokens_cached: u64,
    /// Of those, the ones that were written to the provider's cache.
    #[serde(default)]
    pub tokens_written: u64,
    /// Tokens of the reply.
    pub tokens_out: u64,
    /// `provider` or `estimated`.
    pub tokens_from: String,
    /// What it cost in US dollars; absent where no price is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dollars: Option<f64>,
    /// Seconds that the provider took.
    pub seconds: f64,
    /// The code of the error, where there was no usable reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// What was spent on requests that led to no lock.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Unlocked {
    /// Requests that were answered, or failed after tokens had been used.
    pub replies: usize,
    /// Their tokens.
    pub tokens: u64,
    /// Their dollars, of those that have a price.
    pub dollars: f64,
    /// Requests whose process ended before an answer came: what the provider charged is not known here.
    pub unanswered: usize,
    /// Lines that can't be read, such as one that was cut short by a crash.
    pub unreadable: usize,
}

impl Ledger {
    /// The ledger of the crate in the folder `krate`, below the cache folder.
    pub fn of(cache: &Path, krate: &Path) -> Self {
        let krate = krate.canonicalize().unwrap_or_else(|_| krate.to_owned());
        let name = krate.file_name().unwrap_or_default().to_string_lossy();
        let name: String = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).take(40).collect();
        let hash = Hash::of(krate.as_os_str().as_encoded_bytes());
        Self { path: cache.join("ledger").join(format!("{name}-{}.jsonl", hash.short())) }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds a line.
    ///
    /// # Errors
    /// What the system says.
    pub fn add(&self, entry: &Entry) -> io::Result<()> {
        let mut line = serde_json::to_string(entry).map_err(io::Error::other)?;
        line.push('\n');
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        // One write to a file that is open for appending: processes that work at once do not mix their lines.
        File::options().create(true).append(true).open(&self.path)?.write_all(line.as_bytes())
    }

    /// All lines that can be read, and how many can't.
    ///
    /// # Errors
    /// What the system says, except that there is no such file: then nothing was spent.
    pub fn read(&self) -> io::Result<(Vec<Entry>, usize)> {
        let mut text = Vec::new();
        match File::open(&self.path) {
            Ok(file) => file.take(LIMIT).read_to_end(&mut text)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((vec![], 0)),
            Err(error) => return Err(error),
        };
        let (mut entries, mut unreadable) = (Vec::new(), 0);
        for line in text.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
            match serde_json::from_slice(line) {
                Ok(entry) => entries.push(entry),
                Err(_) => unreadable += 1,
            }
        }
        Ok((entries, unreadable))
    }

    /// What was spent on the spec `stem` (`None`: on any) without that anything of it was ever locked.
    ///
    /// # Errors
    /// As [`Ledger::read`].
    pub fn unlocked(&self, stem: Option<&str>) -> io::Result<Unlocked> {
        let (entries, unreadable) = self.read()?;
        let locked: BTreeSet<&str> = entries
            .iter()
            .filter_map(|entry| if let Entry::Locked { replies, .. } = entry { Some(replies) } else { None })
            .flatten()
            .map(String::as_str)
            .collect();
        let is_wanted = |spec: &str| stem.is_none_or(|stem| stem == spec);
        let mut unlocked = Unlocked { unreadable, ..Unlocked::default() };
        let mut waiting = BTreeSet::new();
        for entry in &entries {
            match entry {
                Entry::Asked { id, spec, .. } if is_wanted(spec) => _ = waiting.insert(id.as_str()),
                Entry::Answered(answered) => {
                    waiting.remove(answered.id.as_str());
                    let cost = answered.tokens_in.saturating_add(answered.tokens_out);
                    if is_wanted(&answered.spec) && cost > 0 && !locked.contains(answered.id.as_str()) {
                        unlocked.replies += 1;
                        unlocked.tokens = unlocked.tokens.saturating_add(cost);
                        unlocked.dollars += answered.dollars.unwrap_or_default();
                    }
                }
                _ => {}
            }
        }
        unlocked.unanswered = waiting.len();
        Ok(unlocked)
    }
}

/// An id for a request with this prompt.
pub(crate) fn id(prompt: &Hash) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    Hash::of(format!("{prompt} {now} {}", std::process::id())).short().to_owned()
}

/// The time in UTC, to the second.
pub(crate) fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    jiff::Timestamp::from_second(seconds).map(|now| now.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(id: &str, spec: &str) -> Entry {
        Entry::Answered(Answered {
            id: id.to_owned(),
            spec: spec.to_owned(),
            tokens_in: 100,
            tokens_out: 10,
            dollars: Some(0.5),
            ..Answered::default()
        })
    }

    fn asked(id: &str) -> Entry {
        let text = |text: &str| text.to_owned();
        Entry::Asked { id: text(id), at: now(), spec: text("a"), prompt: text(""), provider: text(""), tokens_in: 100 }
    }

    #[test]
    fn what_led_to_no_lock_is_summed_up() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::of(folder.path(), Path::new("/no/such/crate"));
        assert_eq!(ledger.unlocked(None).unwrap(), Unlocked::default());
        for id in ["1", "2", "3"] {
            ledger.add(&asked(id)).unwrap();
        }
        ledger.add(&answered("1", "a")).unwrap();
        ledger.add(&answered("2", "a")).unwrap();
        ledger.add(&answered("4", "b")).unwrap();
        ledger.add(&Entry::Locked { at: now(), spec: "a".to_owned(), replies: vec!["2".to_owned()] }).unwrap();
        // A process that was killed while it wrote.
        fs::OpenOptions::new().append(true).open(ledger.path()).unwrap().write_all(b"{\"entry\":\"ans").unwrap();
        let of_a = Unlocked { replies: 1, tokens: 110, dollars: 0.5, unanswered: 1, unreadable: 1 };
        assert_eq!(ledger.unlocked(Some("a")).unwrap(), of_a);
        assert_eq!(ledger.unlocked(None).unwrap().replies, 2);
    }

    #[test]
    fn a_line_that_was_cut_short_does_not_spoil_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::of(folder.path(), folder.path());
        ledger.add(&asked("1")).unwrap();
        let text = fs::read_to_string(ledger.path()).unwrap();
        fs::write(ledger.path(), &text[..text.len() / 2]).unwrap();
        ledger.add(&asked("2")).unwrap();
        ledger.add(&asked("3")).unwrap();
        // The cut line and the one that was glued to it are lost; the ones after it are not.
        let (entries, unreadable) = ledger.read().unwrap();
        assert_eq!((entries.len(), unreadable), (1, 1));
    }

    #[test]
    fn times_are_in_utc() {
        assert!(now().ends_with('Z') && now().starts_with("20"), "{}", now());
    }
}
