//! Finding the specs of a crate.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use compiled_ai_core::codes::lock::SAME_NAME;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::files::Files;

use crate::facts;
use crate::fatal::Fatal;
use crate::watch::relative;

/// A spec that is to be linked.
#[derive(Debug)]
pub(crate) struct Found {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// Its path as messages show it: relative to the crate, with forward slashes.
    pub(crate) shown: String,
    /// Its file name without the ending: what everything that is made of it is called.
    pub(crate) stem: String,
}

/// All specs in `folders` and all of `single`, by path.
pub(crate) fn specs(
    files: &dyn Files,
    crate_dir: &Path,
    folders: &[PathBuf],
    single: &[PathBuf],
) -> Result<Vec<Found>, Fatal> {
    let mut paths: Vec<PathBuf> = single.iter().map(|path| crate_dir.join(path)).collect();
    for folder in folders {
        let folder = crate_dir.join(folder);
        let entries = files.list(&folder).map_err(|error| {
            let shown = relative(&folder, crate_dir);
            Fatal::io(
                "can't list the specs in",
                Path::new(&shown),
                &error,
                "create the folder, or correct its path in `build.rs`",
            )
        })?;
        paths.extend(entries.into_iter().filter(|(path, is_folder)| !is_folder && is_spec(path)).map(|(path, _)| path));
    }
    paths.sort();
    paths.dedup();
    paths.into_iter().map(|path| found(path, crate_dir)).collect()
}

/// The specs that would use the same files, group by group. Whatever the case: some file systems take `Receipt` and `receipt` for one.
pub(crate) fn by_name(specs: &[Found]) -> impl Iterator<Item = Vec<&Found>> {
    let mut groups = BTreeMap::<String, Vec<&Found>>::new();
    for spec in specs {
        groups.entry(spec.stem.to_lowercase()).or_default().push(spec);
    }
    groups.into_values()
}

/// The diagnostics of `spec`, one of several of the same name.
pub(crate) fn shared(spec: &Found, group: &[&Found]) -> String {
    let paths: Vec<String> = group.iter().map(|spec| format!("`{}`", spec.shown)).collect();
    let message = format!("{} have the same file name", paths.join(" and "));
    let diagnostic = Diagnostic::error(SAME_NAME, message)
        .note(format!("both would be locked in the folder `{}`", spec.stem))
        .help("rename one of them");
    facts::diagnostics(&[diagnostic], &Default::default())
}

fn is_spec(path: &Path) -> bool {
    let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !is_hidden && path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
}

fn found(path: PathBuf, crate_dir: &Path) -> Result<Found, Fatal> {
    let shown = relative(&path, crate_dir);
    match path.file_stem().and_then(|stem| stem.to_str()) {
        Some(stem) => Ok(Found { stem: stem.to_owned(), shown, path }),
        None => {
            let message = format!("the spec `{shown}` has no file name that is UTF-8");
            Err(Fatal::builder(&message, "rename it, or correct its path in `build.rs`"))
        }
    }
}
