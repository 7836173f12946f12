//! What candidates are compiled against.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

use compiled_ai_compiler::kit::{Kit, KitSource, Origin};
use compiled_ai_compiler::validate::Sandbox;

use super::{counting, run, source, validate, validator};

#[test]
fn a_kit_that_is_built_is_found_and_not_touched() {
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kits");
    validator();
    let before = files(&cache);
    assert!(!before.is_empty());
    let mut told = vec![];
    let kit = Kit::prepare(&source(), &cache, true, &mut |message| told.push(message.to_owned())).unwrap();
    assert_eq!(told, [""; 0]);
    // Cargo writes already when it finds that there is nothing to build.
    assert!(files(&cache) == before, "it was built again");
    assert!(kit.toolchain().starts_with("rustc 1.") && !kit.version().is_empty());
}

/// Every file in a folder, and when it was written.
fn files(folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        match entry.metadata().unwrap() {
            metadata if metadata.is_dir() => files.append(&mut self::files(&entry.path())),
            metadata => _ = files.insert(entry.path(), metadata.modified().unwrap()),
        }
    }
    files
}

#[test]
fn a_kit_that_can_not_be_built_says_what_cargo_says() {
    let cache = tempfile::tempdir().unwrap();
    let source = KitSource { runtime: Origin::Path(cache.path().join("nowhere")), lock: None };
    let error = Kit::prepare(&source, cache.path(), true, &mut |_| {}).unwrap_err();
    assert_eq!(error.code.0, "CAI0503");
    assert!(error.notes.iter().any(|note| note.contains("nowhere")), "{error:#?}");
}

/// Not a check but a measurement: `cargo test --release -p compiled-ai-compiler --test validate -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn how_long_it_takes() {
    let cache = tempfile::tempdir().unwrap();
    let time = |what: &str, run: &mut dyn FnMut()| {
        let started = Instant::now();
        run();
        println!("{what}: {:?}", started.elapsed());
    };
    time("kit, cold", &mut || _ = Kit::prepare(&source(), cache.path(), true, &mut |_| {}).unwrap());
    time("kit, warm", &mut || _ = Kit::prepare(&source(), cache.path(), true, &mut |_| {}).unwrap());
    time("sandbox", &mut || _ = Sandbox::new().unwrap());
    let examples: Vec<(String, String)> =
        (0..20).map(|n| (format!("total: {n} of {n}"), format!("output: {{ count: {n} }}"))).collect();
    let examples: Vec<(&str, &str)> = examples.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let spec = counting("", &examples);
    let plain = run("let digits: String = input.text.chars().skip(7).take_while(|c| c.is_ascii_digit()).collect();\n\
         let count = digits.parse().map_err(|_| Abstain::field(\"count\", \"no number\"))?;\nOk(Output { count, word: None })");
    let regex = run("let captures = regex!(r\"(?i)total\\s*:\\s*(\\d+)\").captures(input.text);\n\
         let digits = captures.as_ref().and_then(|found| found.get(1)).map_or(\"\", |digits| digits.as_str());\n\
         let count = digits.parse().map_err(|_| Abstain::field(\"count\", \"no number\"))?;\nOk(Output { count, word: None })");
    validator();
    for (name, candidate) in [("plain", &plain), ("regex", &regex)] {
        for _ in 0..3 {
            let started = Instant::now();
            let verdict = validate(&spec, candidate);
            assert!(verdict.passed(), "{verdict:#?}");
            println!("{name}: {:?} {:?}", started.elapsed(), verdict.times);
        }
    }
}
