//! Which files an audit is about.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use compiled_ai_core::codes::cli::NOT_JUDGED;

use crate::arguments::{Audit, Selection};
use crate::failure::Failure;
use crate::project::{self, SpecFile};

/// Far more than code that anybody reviews has; the security stage refuses a small part of it.
const LARGEST: u64 = 16 << 20;

/// Something to judge.
pub(super) struct Target {
    /// What it is called in messages.
    pub(super) shown: String,
    pub(super) what: What,
}

pub(super) enum What {
    /// A Rust file.
    File(PathBuf),
    /// What is locked for a spec.
    Spec(Box<SpecFile>),
    /// It does not exist.
    Nothing(Failure),
}

/// Everything that is named, once.
///
/// # Errors
/// Nothing is named and there are no specs.
pub(super) fn find(arguments: &Audit) -> Result<Vec<Target>, Failure> {
    let specs = |specs| {
        let (package, manifest_path) = (arguments.package.clone(), arguments.manifest_path.clone());
        project::specs(&Selection { specs, package, manifest_path })
    };
    let of_specs = |files: Vec<SpecFile>| files.into_iter().map(Target::spec).collect::<Vec<_>>();
    if arguments.targets.is_empty() {
        return specs(vec![]).map(of_specs);
    }
    let mut found = Vec::new();
    for word in &arguments.targets {
        let path = Path::new(word);
        if path.is_dir() {
            found.extend(folder(path, word));
        } else if is_file(path) {
            found.push(Target::file(path.to_owned()));
        } else {
            found.extend(
                specs(vec![word.clone()]).map_or_else(|failure| vec![Target::nothing(word, failure)], of_specs),
            );
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|target| match &target.what {
        What::File(path) => seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())),
        What::Spec(spec) => seen.insert(spec.path.clone()),
        What::Nothing(_) => true,
    });
    Ok(found)
}

/// The text of a Rust file.
///
/// # Errors
/// It can't be read, or is nothing that a person would call a Rust file.
pub(super) fn read(path: &Path, shown: &str) -> Result<String, Failure> {
    let failure = |why: String| Failure::new(NOT_JUDGED, format!("`{shown}` {why}"));
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => failure("does not exist".to_owned()),
        _ => failure(format!("can't be read: {error}")),
    };
    let metadata = path.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(failure("is no regular file".to_owned()));
    }
    if metadata.len() > LARGEST {
        return Err(failure(format!("has {} bytes, more than {LARGEST}", metadata.len())));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        failure(format!("is not UTF-8: the byte at {at} (counted from 0) is not part of a character"))
    })
}

/// Whether a word names a Rust file, which need not exist, rather than a spec.
fn is_file(path: &Path) -> bool {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("yaml" | "yml") => false,
        Some("rs") => true,
        _ => path.symlink_metadata().is_ok(),
    }
}

/// The Rust files in a folder, in order.
fn folder(path: &Path, word: &str) -> Vec<Target> {
    let nothing = |message: String| {
        let failure = Failure::new(NOT_JUDGED, message);
        vec![Target::nothing(word, failure.help("name the files, or the folder that they are in"))]
    };
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => return nothing(format!("`{word}` can't be read: {error}")),
    };
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "rs") && !path.is_dir();
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_rust).collect();
    files.sort();
    if files.is_empty() {
        return nothing(format!("`{word}` holds no `*.rs` files"));
    }
    files.into_iter().map(Target::file).collect()
}

impl Target {
    fn file(path: PathBuf) -> Self {
        let shown = project::show(&path);
        Self { shown: shown.strip_prefix("./").unwrap_or(&shown).to_owned(), what: What::File(path) }
    }

    fn spec(file: SpecFile) -> Self {
        Self { shown: file.shown.clone(), what: What::Spec(Box::new(file)) }
    }

    fn nothing(word: &str, failure: Failure) -> Self {
        Self { shown: word.to_owned(), what: What::Nothing(failure) }
    }
}
