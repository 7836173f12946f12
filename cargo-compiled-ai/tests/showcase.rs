//! What this repository ships as its showcase is locked, current, and passes every stage.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use compiled_ai_core::files::Disk;
use compiled_ai_core::load::load;
use compiled_ai_core::value::Value;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn run(arguments: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-compiled-ai"))
        .args(arguments)
        .current_dir(workspace().join("specs"))
        .env("COMPILED_AI_CACHE", support::cache())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {}\n{text}", output.status);
}

#[test]
fn the_showcase_is_locked_and_current() {
    run(&["check"]);
}

#[test]
fn the_showcase_passes_every_stage() {
    run(&["verify"]);
}

/// Each receipt stands twice, as a text to read and as an example; both must say the same.
#[test]
fn receipts_and_their_examples_are_alike() {
    let loaded = load(&Disk, &workspace().join("specs/specs/receipt.yaml"), "receipt.yaml");
    let spec = loaded.spec.expect("the receipt spec has no errors");
    let examples: BTreeMap<&str, &Value> =
        spec.examples.iter().map(|example| (example.id.as_str(), &example.input["text"])).collect();
    let mut receipts = 0;
    for entry in std::fs::read_dir(workspace().join("datasets/receipts")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        receipts += 1;
        let id = format!("examples/receipt/{}.yaml", path.file_stem().unwrap().to_string_lossy());
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(examples.get(id.as_str()), Some(&&Value::String(text)), "{}", path.display());
    }
    assert!(receipts >= 24 && receipts == examples.len(), "{receipts} receipts, {} examples", examples.len());
}
