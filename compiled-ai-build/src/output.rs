//! Writing to `OUT_DIR`.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use crate::fatal::Fatal;

/// The folder below `OUT_DIR`.
pub(crate) const FOLDER: &str = "compiled-ai";

/// Contents by file name.
pub(crate) type Output = BTreeMap<String, Vec<u8>>;

/// Writes what has changed, and removes what is neither made nor `kept`, which names files that are to stay as they are.
pub(crate) fn write(out_dir: &Path, output: &Output, kept: &BTreeSet<String>) -> Result<(), Fatal> {
    let folder = out_dir.join(FOLDER);
    let help = "free some space, or run `cargo clean`";
    std::fs::create_dir_all(&folder).map_err(|error| Fatal::io("can't create", &folder, &error, help))?;
    for (name, bytes) in output {
        let path = folder.join(name);
        write_if_changed(&path, bytes).map_err(|error| Fatal::io("can't write", &path, &error, help))?;
    }
    let entries = std::fs::read_dir(&folder).map_err(|error| Fatal::io("can't list", &folder, &error, help))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !output.contains_key(&*name) && !kept.contains(&*name) {
            std::fs::remove_file(&path).map_err(|error| Fatal::io("can't remove", &path, &error, help))?;
        }
    }
    Ok(())
}

/// A file that did not change keeps its time. One that did is replaced as a whole: an editor may read it meanwhile.
fn write_if_changed(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    let temporary = path.with_added_extension("tmp");
    std::fs::write(&temporary, bytes)?;
    std::fs::rename(&temporary, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(entries: &[(&str, &str)]) -> Output {
        entries.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn writes_changes_and_removes_leftovers() {
        let out_dir = tempfile::tempdir().unwrap();
        let folder = out_dir.path().join(FOLDER);
        let none = BTreeSet::new();
        write(out_dir.path(), &output(&[("a", "1"), ("b", "1"), ("c", "1"), ("d", "1")]), &none).unwrap();
        let long_ago = std::time::SystemTime::UNIX_EPOCH;
        for name in ["a", "b"] {
            std::fs::File::options().write(true).open(folder.join(name)).unwrap().set_modified(long_ago).unwrap();
        }
        let kept = BTreeSet::from(["d".to_owned(), "e".to_owned()]);
        write(out_dir.path(), &output(&[("a", "1"), ("b", "2")]), &kept).unwrap();
        let modified = |name| std::fs::metadata(folder.join(name)).unwrap().modified().unwrap();
        assert_eq!(modified("a"), long_ago, "an unchanged file keeps its time");
        assert_ne!(modified("b"), long_ago);
        assert_eq!(std::fs::read_to_string(folder.join("b")).unwrap(), "2");
        let mut names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a", "b", "d"]);
    }

    #[test]
    fn a_folder_that_is_a_file_is_reported() {
        let out_dir = tempfile::tempdir().unwrap();
        std::fs::write(out_dir.path().join(FOLDER), "").unwrap();
        let message = write(out_dir.path(), &Output::new(), &BTreeSet::new()).unwrap_err().to_string();
        assert!(message.starts_with("[CAI0317] can't create") && message.ends_with("`cargo clean`"), "{message}");
    }
}
