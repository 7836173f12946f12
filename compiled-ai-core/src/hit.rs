//! Whether the artifact that is locked for a spec may be linked.

use std::io;
use std::path::{Path, PathBuf};

use crate::codes::lock as codes;
use crate::diagnostic::{Diagnostic, Location};
use crate::files::Files;
use crate::hash::{self, Hash};
use crate::lock::{ARTIFACT_FILE, Accuracy, COMPONENT_FILE, FOLDER, LOCK_FILE, Lock, NEXT, Score, Unreadable};
use crate::spec::{Count, Spec, Target, Unreached};

/// The largest `lock.toml` and the largest `artifact.rs` that are read, in bytes.
const LIMIT: u64 = 4 << 20;
/// The largest `artifact.wasm` that is read, in bytes.
const COMPONENT_LIMIT: u64 = 16 << 20;

/// A locked artifact that fits its spec, with its text as hashed.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The lock.
    pub lock: Lock,
    /// The text of `artifact.rs`.
    pub artifact: String,
    /// The bytes of `artifact.wasm`; present exactly for `target: wasm`.
    pub component: Option<Vec<u8>>,
}

/// The folder that holds what is locked for the spec at `spec_path`, in the crate at `crate_dir`.
pub fn folder(crate_dir: &Path, spec_path: &Path) -> PathBuf {
    crate_dir.join(FOLDER).join(spec_path.file_stem().unwrap_or_default())
}

/// Looks up what is locked for `spec`, in `folder`. `spec_shown` is the spec's path as messages name it.
///
/// # Errors
/// The diagnostic that says why nothing can be linked.
pub fn look_up(files: &dyn Files, folder: &Path, spec: &Spec, spec_shown: &str) -> Result<Hit, Box<Diagnostic>> {
    let hit = look_up_unreviewed(files, folder, spec, spec_shown)?;
    Lookup { files, folder, spec, spec_shown }.acknowledged(&hit)?;
    Ok(hit)
}

/// As [`look_up`], whether or not somebody has acknowledged what nothing reaches: for whoever is about to.
///
/// # Errors
/// The diagnostic that says why nothing could be linked.
pub fn look_up_unreviewed(
    files: &dyn Files,
    folder: &Path,
    spec: &Spec,
    spec_shown: &str,
) -> Result<Hit, Box<Diagnostic>> {
    Lookup { files, folder, spec, spec_shown }.run().map_err(Box::new)
}

struct Lookup<'a> {
    files: &'a dyn Files,
    folder: &'a Path,
    spec: &'a Spec,
    spec_shown: &'a str,
}

impl Lookup<'_> {
    fn run(&self) -> Result<Hit, Diagnostic> {
        let hash = hash::spec(self.spec);
        let mut lock = self.lock()?;
        let (artifact, component) = loop {
            if !lock.fits(&hash) {
                return Err(self.stale(&lock));
            }
            match self.artifact(&lock).and_then(|artifact| Ok((artifact, self.component(&lock)?))) {
                Ok(files) => break files,
                Err(problem) => {
                    // Somebody may have locked anew between the two reads; only a lock that stands still is judged.
                    let again = self.lock()?;
                    if again == lock {
                        return Err(problem);
                    }
                    lock = again;
                }
            }
        };
        self.accuracy(&lock)?;
        Ok(Hit { lock, artifact, component })
    }

    fn lock(&self) -> Result<Lock, Diagnostic> {
        let shown = self.shown(LOCK_FILE);
        let bytes = match self.files.read(&self.folder.join(LOCK_FILE), LIMIT) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(self
                    .error(codes::MISSING, format!("nothing is locked for `{}`", self.spec_shown), "name")
                    .note(format!("looked for `{shown}`"))
                    .help(format!("run `{}` and commit the folder that it writes", self.command())));
            }
            Err(error) => {
                let message = format!("`{shown}` can't be read: {error}");
                return Err(self.error(codes::UNREADABLE, message, "name"));
            }
        };
        let text = String::from_utf8(bytes).map_err(|_| {
            self.error(codes::UNREADABLE, format!("`{shown}` is not UTF-8"), "name").help(self.restore())
        })?;
        Lock::parse(&text).map_err(|unreadable| match unreadable {
            Unreadable::Newer { .. } => self
                .error(codes::NEWER, format!("`{shown}` was written by a newer version"), "name")
                .note(unreadable.to_string())
                .help("update `compiled-ai` and `compiled-ai-build` to the version that wrote it"),
            Unreadable::Malformed(why) => self
                .error(codes::UNREADABLE, format!("`{shown}` can't be read"), "name")
                .note(why.trim_end().to_owned())
                .help(self.restore()),
        })
    }

    fn stale(&self, lock: &Lock) -> Diagnostic {
        let changed = lock.changed_parts(self.spec);
        let first = changed.first().copied().unwrap_or("name");
        let counts = (lock.examples.shown + lock.examples.held_out, self.spec.examples.len());
        let changed: Vec<String> = changed
            .iter()
            .map(|part| match *part {
                "examples" if counts.0 != counts.1 => format!("`examples` ({} locked, {} now)", counts.0, counts.1),
                part => format!("`{part}`"),
            })
            .collect();
        let changed = match changed.as_slice() {
            // The parts agree and the whole does not: somebody edited the lock.
            [] => "the hash in the lock fits none of its parts".to_owned(),
            changed => format!("changed: {}", changed.join(", ")),
        };
        self.error(codes::STALE, format!("`{}` has changed since it was locked", self.spec_shown), first)
            .note(changed)
            .help(format!("run `{}`, or take the change back", self.command()))
    }

    fn artifact(&self, lock: &Lock) -> Result<String, Diagnostic> {
        String::from_utf8(self.file(lock, ARTIFACT_FILE, LIMIT)?).map_err(|_| {
            let message = format!("`{}` is not UTF-8", self.shown(ARTIFACT_FILE));
            self.error(codes::EDITED, message, "name").help(self.restore())
        })
    }

    fn component(&self, lock: &Lock) -> Result<Option<Vec<u8>>, Diagnostic> {
        match self.spec.target {
            Target::Rust => Ok(None),
            Target::Wasm => self.file(lock, COMPONENT_FILE, COMPONENT_LIMIT).map(Some),
        }
    }

    /// The bytes of a file that has the hash which the lock states.
    fn file(&self, lock: &Lock, name: &str, limit: u64) -> Result<Vec<u8>, Diagnostic> {
        let shown = self.shown(name);
        let Some(locked) = lock.artifact.get(name) else {
            let message = format!("`{}` names no `{name}`", self.shown(LOCK_FILE));
            return Err(self.error(codes::UNREADABLE, message, "name").help(self.restore()));
        };
        // Written before the lock and renamed after it: where that was cut short, it is what the lock speaks of.
        if let Ok(next) = self.files.read(&self.folder.join(format!("{name}{NEXT}")), limit)
            && Hash::of(&next).as_str() == locked
        {
            return Ok(next);
        }
        let bytes = self.files.read(&self.folder.join(name), limit).map_err(|error| {
            let message = match error.kind() {
                io::ErrorKind::NotFound => format!("`{shown}` is missing"),
                _ => format!("`{shown}` can't be read: {error}"),
            };
            self.error(codes::INCOMPLETE, message, "name").help(self.restore())
        })?;
        let found = Hash::of(&bytes);
        if found.as_str() != locked {
            return Err(self
                .error(codes::EDITED, format!("`{shown}` is not what was locked"), "name")
                .note(format!("locked {locked}"))
                .note(format!("found  {found}"))
                .help(self.restore()));
        }
        Ok(bytes)
    }

    fn accuracy(&self, lock: &Lock) -> Result<(), Diagnostic> {
        let parts = [("shown", Some(&lock.accuracy.shown)), ("held-out", lock.accuracy.held_out.as_ref())];
        for (part, accuracy) in parts {
            let Some(score) = accuracy.map(|accuracy| score(accuracy, self.spec.accuracy.of)) else { continue };
            if !reaches(&score, self.spec) {
                return Err(self
                    .error(
                        codes::BELOW,
                        format!("the locked accuracy of `{}` is below what it asks for", self.spec_shown),
                        "accuracy",
                    )
                    .note(format!("{} of {} right on the {part} part", score.right, score.of))
                    .help(format!("run `{}`, or lower `accuracy.at_least`", self.command())));
            }
        }
        Ok(())
    }

    /// Whether what nothing reaches is acknowledged, where the spec asks for that.
    fn acknowledged(&self, hit: &Hit) -> Result<(), Box<Diagnostic>> {
        if self.spec.accuracy.unreached != Unreached::Acknowledge {
            return Ok(());
        }
        let error = |message: String| self.error(codes::UNACKNOWLEDGED, message, "accuracy");
        let measure = format!("run `cargo compiled-ai verify --update {}`", self.spec_shown);
        let Some(coverage) = &hit.lock.coverage else {
            let message = format!("what nothing reaches in the artifact of `{}` was not measured", self.spec_shown);
            return Err(Box::new(error(message).help(measure)));
        };
        if let Some(entry) = coverage.misplaced(&hit.artifact) {
            let message = format!("`{}` lists places that its artifact does not have", self.shown(LOCK_FILE));
            let note = format!("`{}` is not line {} of `{ARTIFACT_FILE}`", entry.source, entry.line);
            return Err(Box::new(error(message).note(note).help(measure)));
        }
        let open: Vec<_> = coverage.unreached.iter().filter(|entry| !entry.acknowledged).collect();
        let Some(first) = open.first() else { return Ok(()) };
        let places = if open.len() == 1 { "1 place".to_owned() } else { format!("{} places", open.len()) };
        let message = format!("{places} in the artifact of `{}` must be acknowledged", self.spec_shown);
        let at = format!("{}:{}:{}", self.shown(ARTIFACT_FILE), first.line, first.column);
        Err(Box::new(
            error(message)
                .note(format!("{at}: `{}`: {}", first.source, first.reached))
                .help(format!("read them with `cargo compiled-ai review {}`", self.spec_shown)),
        ))
    }

    fn error(&self, code: crate::diagnostic::Code, message: String, key: &str) -> Diagnostic {
        let key = key.split('.').next().unwrap_or(key);
        let at: Option<&Location> = self.spec.keys.get(key).or_else(|| self.spec.keys.get("name"));
        let diagnostic = Diagnostic::error(code, message);
        match at {
            Some(at) => diagnostic.at(at, ""),
            None => diagnostic,
        }
    }

    fn command(&self) -> String {
        format!("cargo compiled-ai compile {}", self.spec_shown)
    }

    fn restore(&self) -> String {
        format!("restore the folder from version control, or run `{}`", self.command())
    }

    fn shown(&self, file: &str) -> String {
        let name = self.folder.file_name().unwrap_or_default().to_string_lossy();
        format!("{FOLDER}/{name}/{file}")
    }
}

/// What a spec counts, of the figures of one part.
pub fn score(accuracy: &Accuracy, of: Count) -> Score {
    match of {
        Count::Fields if !accuracy.fields.is_empty() => {
            let sum = |pick: fn(&Score) -> usize| accuracy.fields.values().map(pick).sum();
            Score::new(sum(|score| score.right), sum(|score| score.of))
        }
        Count::Fields | Count::Examples => accuracy.examples.clone(),
    }
}

/// Whether a score reaches `accuracy.at_least` of `spec`; exact, so that 19 of 20 reaches 95 %.
pub fn reaches(score: &Score, spec: &Spec) -> bool {
    spec.accuracy.at_least * rust_decimal::Decimal::from(score.of) <= rust_decimal::Decimal::from(score.right)
}
