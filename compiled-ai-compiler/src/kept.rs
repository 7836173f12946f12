//! Replies that were paid for and not yet judged to the end: kept before anything else happens to them, so that Ctrl-C, a crash
//! or a full disk never makes the same prompt be paid for twice.
//!
//! They go when their compilation comes to an end, locked or not: asked again after that, a model may answer otherwise.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use compiled_ai_core::hash::Hash;
use serde::{Deserialize, Serialize};

use crate::model::{MAX_REPLY, Prompt, Reply, Stop, TokenSource, Tokens};
use crate::write;

/// The replies that were kept for one spec.
#[derive(Debug, Clone)]
pub struct Kept {
    folder: PathBuf,
}

/// A kept reply.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The reply.
    pub reply: Reply,
    /// Its id in the ledger.
    pub id: String,
    /// What it cost in US dollars, if that is known.
    pub dollars: Option<f64>,
    /// When the price was read.
    pub price_date: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    id: String,
    text: String,
    input: u64,
    cached: u64,
    #[serde(default)]
    written: u64,
    output: u64,
    measured: bool,
    stop: String,
    model: String,
    milliseconds: u64,
    dollars: Option<f64>,
    price_date: Option<String>,
}

impl Kept {
    /// The replies to prompts of the spec that is locked in `lock_folder`, below the cache folder.
    pub fn of(cache: &Path, lock_folder: &Path) -> Self {
        let place = std::path::absolute(lock_folder).unwrap_or_else(|_| lock_folder.to_owned());
        let place = Hash::of(place.as_os_str().as_encoded_bytes());
        Self { folder: cache.join("replies").join(place.short()) }
    }

    /// The kept reply to `prompt` of the model `identity`, the `sample`-th one. What can't be read counts as not kept.
    pub fn find(&self, prompt: &Prompt, identity: &str, sample: u8) -> Option<Found> {
        let path = self.path(prompt, identity, sample);
        let mut text = String::new();
        // Escapes make JSON longer than the reply in it, at most sixfold.
        File::open(&path).ok()?.take(6 * MAX_REPLY as u64 + 4096).read_to_string(&mut text).ok()?;
        let stored: Stored = serde_json::from_str(&text).ok()?;
        if stored.text.len() > MAX_REPLY {
            return None;
        }
        let from = if stored.measured { TokenSource::Provider } else { TokenSource::Estimated };
        let tokens =
            Tokens { input: stored.input, cached: stored.cached, written: stored.written, output: stored.output, from };
        let stop = match stored.stop.as_str() {
            "limit" => Stop::Limit,
            "refused" => Stop::Refused,
            _ => Stop::End,
        };
        let took = Duration::from_millis(stored.milliseconds);
        let reply = Reply { text: stored.text, tokens, stop, model: stored.model, took };
        Some(Found { reply, id: stored.id, dollars: stored.dollars, price_date: stored.price_date })
    }

    /// Keeps a reply.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep(&self, prompt: &Prompt, identity: &str, sample: u8, found: &Found) -> io::Result<()> {
        let Found { reply, id, dollars, price_date } = found;
        let stop = match reply.stop {
            Stop::End => "end",
            Stop::Limit => "limit",
            Stop::Refused => "refused",
        };
        let stored = Stored {
            id: id.clone(),
            text: reply.text.clone(),
            input: reply.tokens.input,
            cached: reply.tokens.cached,
            written: reply.tokens.written,
            output: reply.tokens.output,
            measured: reply.tokens.from == TokenSource::Provider,
            stop: stop.to_owned(),
            model: reply.model.clone(),
            milliseconds: u64::try_from(reply.took.as_millis()).unwrap_or(u64::MAX),
            dollars: *dollars,
            price_date: price_date.clone(),
        };
        let text = serde_json::to_vec(&stored).map_err(io::Error::other)?;
        fs::create_dir_all(&self.folder)?;
        write::atomically(&self.path(prompt, identity, sample), &text)
    }

    /// Forgets all of them, those of earlier texts of the spec too: the compilation came to an end.
    pub fn forget(&self) {
        // What stays is found by nobody but the next compilation of the same spec, which then need not pay.
        let _ = fs::remove_dir_all(&self.folder);
    }

    fn path(&self, prompt: &Prompt, identity: &str, sample: u8) -> PathBuf {
        let key = Hash::of(format!("{}\n{identity}\n{sample}", prompt.hash()));
        self.folder.join(format!("{}.json", key.short()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_is_kept_until_the_compilation_ends() {
        let folder = tempfile::tempdir().unwrap();
        let prompt = Prompt::new("a", "b");
        let found = Found {
            reply: Reply {
                text: "fn run() \u{1}\n".to_owned(),
                tokens: Tokens { input: 10, cached: 5, written: 2, output: 3, from: TokenSource::Provider },
                stop: Stop::Limit,
                model: "m".to_owned(),
                took: Duration::from_millis(1500),
            },
            id: "1".to_owned(),
            dollars: Some(0.25),
            price_date: Some("2026-05-01".to_owned()),
        };
        let kept = || Kept::of(folder.path(), Path::new("/crate/compiled-ai/a"));
        kept().keep(&prompt, "model", 0, &found).unwrap();
        // Another process finds it; for another model, sample, prompt or spec there is none.
        assert_eq!(kept().find(&prompt, "model", 0), Some(found));
        assert_eq!(kept().find(&prompt, "other", 0), None);
        assert_eq!(kept().find(&prompt, "model", 1), None);
        assert_eq!(kept().find(&Prompt { user: String::new(), ..prompt.clone() }, "model", 0), None);
        assert_eq!(Kept::of(folder.path(), Path::new("/crate/compiled-ai/b")).find(&prompt, "model", 0), None);
        kept().forget();
        assert_eq!(kept().find(&prompt, "model", 0), None);
    }

    #[test]
    fn half_a_reply_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let kept = Kept::of(folder.path(), Path::new("/crate"));
        let prompt = Prompt::new("", "");
        fs::create_dir_all(&kept.folder).unwrap();
        fs::write(kept.path(&prompt, "model", 0), "{\"id\":\"1\",\"text\":\"fn ru").unwrap();
        assert_eq!(kept.find(&prompt, "model", 0), None);
    }
}
