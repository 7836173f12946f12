//! Writes the locks of fixtures.
//!
//! Fixtures are test data: their artifacts were written by hand, and no model took part. Their locks are made anew on each run, so
//! that a change of the canonical hash does not make them stale.

use std::collections::BTreeMap;
use std::path::Path;

use compiled_ai_core::files::Disk;
use compiled_ai_core::hash::{self, Hash};
use compiled_ai_core::lock::{
    ARTIFACT_FILE, Accuracies, Accuracy, COMPONENT_FILE, ExampleCounts, LOCK_FILE, Lock, LockedSpec, Made, Score,
    VERSION,
};
use compiled_ai_core::{load, render, split};

/// Locks the artifact in `folder` for the spec at `path`, as if it had passed every stage.
pub(crate) fn write(path: &Path, folder: &Path) {
    let loaded = load::load(&Disk, path, &path.to_string_lossy());
    let spec = loaded.spec.unwrap_or_else(|| panic!("{}", render::plain(&loaded.diagnostics, &loaded.sources)));
    let artifact = std::fs::read(folder.join(ARTIFACT_FILE)).expect("the fixture has an artifact");
    let mut files = BTreeMap::from([(ARTIFACT_FILE.to_owned(), Hash::of(artifact).to_string())]);
    if let Ok(component) = std::fs::read(folder.join(COMPONENT_FILE)) {
        files.insert(COMPONENT_FILE.to_owned(), Hash::of(component).to_string());
    }
    let split = split::split(&spec);
    let all_right = |of: usize| Accuracy { examples: Score::new(of, of), abstained: 0, fields: BTreeMap::new() };
    let lock = Lock {
        version: VERSION,
        spec: LockedSpec {
            file: path.file_name().expect("a spec has a file name").to_string_lossy().into_owned(),
            name: spec.name.clone(),
            hash: hash::spec(&spec).to_string(),
            parts: hash::parts(&spec).into_iter().map(|(name, hash)| (name.to_owned(), hash.to_string())).collect(),
        },
        artifact: files,
        made: Made {
            compiler: "0.0.0".into(),
            gate: "fixture".into(),
            kit: "0.0.0".into(),
            toolchain: "rustc 0.0.0".into(),
            target: spec.target.name().into(),
            provider: "fixture".into(),
            model: String::new(),
            prompt: "fixture".into(),
            component: None,
        },
        examples: ExampleCounts {
            shown: split.shown.len(),
            in_prompt: split.shown.len(),
            held_out: split.held_out.len(),
        },
        accuracy: Accuracies {
            shown: all_right(split.shown.len()),
            held_out: (!split.held_out.is_empty()).then(|| all_right(split.held_out.len())),
        },
        coverage: None,
        attempts: vec![],
    };
    std::fs::write(folder.join(LOCK_FILE), lock.to_toml()).expect("the lock can be written");
}
