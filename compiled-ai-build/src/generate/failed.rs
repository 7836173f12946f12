//! Generations that were paid for in vain, remembered in the cache folder: a build is run again and again, by people and by programs,
//! and must not pay for the same failure each time.

use std::path::{Path, PathBuf};

use compiled_ai_core::hash::Hash;

use super::Why;

/// The folder below the cache folder.
const FOLDER: &str = "failed";

/// What is remembered for one spec.
pub(super) struct Failed {
    path: PathBuf,
    key: String,
}

impl Failed {
    /// What is remembered for the spec with this `hash` that would be locked in `lock`, under `settings`.
    pub(super) fn of(cache: &Path, lock: &Path, hash: &Hash, settings: &str) -> Self {
        let key = Hash::of(format!("{hash}\n{settings}\n{}", env!("CARGO_PKG_VERSION")));
        let place = Hash::of(lock.as_os_str().as_encoded_bytes());
        Self { path: cache.join(FOLDER).join(place.short()), key: key.to_string() }
    }

    /// Why it failed before.
    pub(super) fn before(&self) -> Option<Why> {
        let text = std::fs::read_to_string(&self.path).ok()?;
        let (key, why) = text.split_once('\n')?;
        let (notes, help) = why.split_once('\u{1}')?;
        let all = |texts: &str| texts.split_terminator('\0').map(str::to_owned).collect();
        (key == self.key).then(|| Why { notes: all(notes), help: all(help) })
    }

    /// Remembers why it failed. What can't be written is asked for again, which is what happens without this.
    pub(super) fn remember(&self, why: &Why) {
        let all = |texts: &[String]| texts.iter().map(|text| format!("{text}\0")).collect::<String>();
        let _ = self.path.parent().map(std::fs::create_dir_all);
        let text = format!("{}\n{}\u{1}{}", self.key, all(&why.notes), all(&why.help));
        let _ = std::fs::write(&self.path, text);
    }

    /// Forgets it.
    pub(super) fn forget(&self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_remembered_for_the_same_spec_and_settings() {
        let cache = tempfile::tempdir().unwrap();
        let failed = |spec: &str, settings: &str| {
            Failed::of(cache.path(), Path::new("/crate/compiled-ai/a"), &Hash::of(spec), settings)
        };
        assert_eq!(failed("1", "x").before(), None);
        for help in [vec![], vec!["help".to_owned()]] {
            let why = Why { notes: vec!["one\ntwo".to_owned(), "three".to_owned()], help };
            failed("1", "x").remember(&why);
            assert_eq!(failed("1", "x").before(), Some(why));
        }
        assert_eq!(failed("2", "x").before(), None);
        assert_eq!(failed("1", "y").before(), None);
        failed("1", "x").forget();
        assert_eq!(failed("1", "x").before(), None);
    }
}
