use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::time::{Duration, SystemTime};

use compiled_ai_core::files::{Memory, Stamp};
use compiled_ai_core::hash::{self, Hash};
use compiled_ai_core::load;
use compiled_ai_core::lock::{
    ARTIFACT_FILE, Accuracies, Accuracy, ExampleCounts, LOCK_FILE, Lock, LockedSpec, Made, Score, VERSION,
};

use super::*;

const MANIFEST: &str = "[dependencies]\ncompiled-ai = '1'";
const SPEC: &str = "spec: 1\nname: shout\nabout: Repeat a word.\ninput: { word: string }\noutput: string\nexamples: [examples/*.yaml]\n";
const EXAMPLE: &str = "input: { word: hey }\noutput: HEY\n";
const ARTIFACT: &str = "pub fn run(input: Input<'_>) -> Result<Output, Abstain> { Ok(input.word.to_uppercase()) }\n";

fn files() -> Memory {
    Memory::default()
        .with("/c/Cargo.toml", MANIFEST)
        .with("/c/specs/shout.yaml", SPEC)
        .with("/c/specs/examples/one.yaml", EXAMPLE)
        .with("/c/specs/README.md", "")
}

/// Locks an artifact for the spec; test data, no model took part.
fn locked(files: Memory) -> Memory {
    let spec = load::load(&files, Path::new("/c/specs/shout.yaml"), "specs/shout.yaml").spec.unwrap();
    let text = String::new();
    let lock = Lock {
        version: VERSION,
        spec: LockedSpec {
            file: "shout.yaml".into(),
            name: "shout".into(),
            hash: hash::spec(&spec).to_string(),
            parts: hash::parts(&spec).into_iter().map(|(name, hash)| (name.to_owned(), hash.to_string())).collect(),
        },
        artifact: BTreeMap::from([(ARTIFACT_FILE.to_owned(), Hash::of(ARTIFACT).to_string())]),
        made: Made {
            compiler: text.clone(),
            gate: text.clone(),
            kit: text.clone(),
            toolchain: text.clone(),
            target: "rust".into(),
            provider: text.clone(),
            model: text.clone(),
            prompt: text,
            component: None,
        },
        examples: ExampleCounts { shown: 1, in_prompt: 1, held_out: 0 },
        accuracy: Accuracies {
            shown: Accuracy { examples: Score::new(1, 1), abstained: 0, fields: BTreeMap::new() },
            held_out: None,
        },
        coverage: None,
        attempts: vec![],
    };
    files
        .with(Path::new("/c/compiled-ai/shout").join(LOCK_FILE), lock.to_toml())
        .with(Path::new("/c/compiled-ai/shout").join(ARTIFACT_FILE), ARTIFACT)
}

fn plan(builder: &Builder, files: &Memory) -> (Output, Vec<String>) {
    let plan = builder.plan(files, Path::new("/c"), &Generated::default(), None).unwrap();
    (plan.output, plan.lines.iter().map(ToString::to_string).collect())
}

fn usual() -> Builder {
    Builder::new().specs_dir("specs")
}

fn watched(lines: &[String]) -> Vec<&str> {
    lines.iter().filter_map(|line| line.strip_prefix("cargo::rerun-if-changed=")).collect()
}

fn text<'o>(output: &'o Output, name: &str) -> &'o str {
    std::str::from_utf8(&output[name]).unwrap()
}

fn names(output: &Output) -> Vec<&str> {
    output.keys().map(String::as_str).collect()
}

#[test]
fn a_hit_gives_the_module_and_watches_what_was_read() {
    let (output, lines) = plan(&usual(), &locked(files()));
    assert_eq!(names(&output), ["index", "shout.facts", "shout.rs"]);
    assert!(text(&output, "shout.rs").contains(ARTIFACT));
    assert!(!text(&output, "shout.rs").contains("/c/"), "no path of this machine");
    assert_eq!(
        watched(&lines),
        [
            "Cargo.toml",
            "compiled-ai/shout",
            "compiled-ai/shout/artifact.rs",
            "compiled-ai/shout/lock.toml",
            "specs",
            "specs/examples",
            "specs/examples/one.yaml",
            "specs/shout.yaml",
        ]
    );
    assert_eq!(lines.len(), 8, "nothing else is said");
}

#[test]
fn a_missing_lock_gives_the_types_and_watches_where_the_lock_will_be() {
    let (output, lines) = plan(&usual(), &files());
    assert_eq!(names(&output), ["index", "shout.diagnostics", "shout.facts", "shout.types.rs"]);
    assert!(text(&output, "shout.diagnostics").contains("[CAI0201] nothing is locked for `specs/shout.yaml`"));
    assert!(watched(&lines).contains(&"compiled-ai/shout/lock.toml"));
    assert!(!watched(&lines).contains(&"compiled-ai/shout/artifact.rs"));
}

#[test]
fn a_missing_example_is_watched_where_it_would_be() {
    let spec = SPEC.replace("examples/*.yaml", "elsewhere/two.yaml");
    let (output, lines) = plan(&usual(), &files().with("/c/specs/shout.yaml", spec));
    assert_eq!(names(&output), ["index", "shout.diagnostics"]);
    assert_eq!(watched(&lines), ["Cargo.toml", "specs", "specs/shout.yaml"]);
}

#[test]
fn all_problems_of_a_spec_are_handed_over() {
    let spec = SPEC.replace("word: string", "word: strnig").replace("about: Repeat a word.", "about: ''");
    let (output, _) = plan(&usual(), &files().with("/c/specs/shout.yaml", spec));
    let diagnostics = text(&output, "shout.diagnostics").lines().filter(|line| line.contains("[CAI")).count();
    assert!(diagnostics >= 2, "{}", text(&output, "shout.diagnostics"));
}

#[test]
fn specs_of_the_same_name_are_refused() {
    let files = locked(files()).with("/c/specs/Shout.yml", SPEC);
    let (output, _) = plan(&usual(), &files);
    assert_eq!(names(&output), ["Shout.diagnostics", "index", "shout.diagnostics"]);
    assert!(text(&output, "shout.diagnostics").contains("CAI0208"));
}

#[test]
fn other_layouts() {
    let files = locked(files());
    let builder = Builder::new().spec("specs/shout.yaml").locks_dir("compiled-ai").facade("::my::ai");
    let (output, lines) = plan(&builder, &files);
    assert_eq!(names(&output), ["index", "shout.facts", "shout.rs"]);
    assert!(text(&output, "shout.rs").contains("impl ::my::ai::CompiledFn for Function"));
    assert!(!watched(&lines).contains(&"Cargo.toml"), "the manifest was not needed");
    let (output, _) = plan(&usual().locks_dir("elsewhere"), &files);
    assert!(output.contains_key("shout.diagnostics"));
    let (once, _) = plan(&usual().spec("specs/shout.yaml"), &files);
    assert_eq!(names(&once), ["index", "shout.facts", "shout.rs"], "named twice is found once");
}

#[test]
fn a_crate_without_the_dependency_is_told() {
    let (output, lines) = plan(&usual(), &locked(files()).with("/c/Cargo.toml", "[dependencies]"));
    assert!(text(&output, "shout.diagnostics").contains("CAI0315"));
    assert!(lines[0].starts_with("cargo::warning=[CAI0315] this crate does not depend"), "{}", lines[0]);
}

#[test]
fn what_has_nothing_to_do_with_a_spec_fails_the_build_in_one_line() {
    for (builder, code) in [(Builder::new().specs_dir("spces"), "CAI0317"), (usual().facade("compiled-ai"), "CAI0316")]
    {
        let fatal = builder.plan(&files(), Path::new("/c"), &Generated::default(), None).err().unwrap();
        let line = Line::error(&fatal).to_string();
        assert!(line.starts_with(&format!("cargo::error=[{code}] ")) && !line.contains('\n'), "{line}");
    }
}

#[test]
fn the_same_files_give_the_same_output() {
    let files = locked(files());
    assert_eq!(plan(&usual(), &files), plan(&usual(), &files));
}

/// What a run gives that finds what earlier ones left in `out_dir`, without what it leaves itself for later ones.
fn run(files: &dyn Files, out_dir: &Path) -> (Output, Vec<String>) {
    let plan = usual().plan(files, Path::new("/c"), &Generated::default(), Some(out_dir)).unwrap();
    output::write(out_dir, &plan.output, &plan.kept).unwrap();
    let output = plan.output.into_iter().filter(|(name, _)| !name.ends_with(".made")).collect();
    (output, plan.lines.iter().map(ToString::to_string).collect())
}

#[test]
fn what_reads_the_same_is_not_made_again() {
    let out_dir = tempfile::tempdir().unwrap();
    let files = locked(files());
    let first = run(&files, out_dir.path());
    assert_eq!(first, plan(&usual(), &files));
    assert_eq!(run(&files, out_dir.path()), first);

    // What is kept is taken, which shows if it is something else.
    let made = out_dir.path().join(output::FOLDER).join("shout.made");
    let kept = std::fs::read(&made).unwrap();
    let other = with(&kept, "// Generated from", "// Taken from the");
    std::fs::write(&made, &other).unwrap();
    let (output, lines) = run(&files, out_dir.path());
    assert!(text(&output, "shout.rs").starts_with("// Taken from the"));
    assert_eq!(lines, first.1, "what is watched is the same");

    // Not if it is cut off, or was made by another program.
    for cut in (0..kept.len()).step_by(7) {
        std::fs::write(&made, &other[..cut]).unwrap();
        assert_eq!(run(&files, out_dir.path()), first, "cut off after {cut} bytes");
    }
    std::fs::write(&made, with(&other, "/deps/", "/peds/")).unwrap();
    assert_eq!(run(&files, out_dir.path()), first);
}

/// The bytes with `new` in the place of `old`, which is as long.
fn with(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let at = bytes.windows(old.len()).position(|part| part == old.as_bytes()).unwrap();
    [&bytes[..at], new.as_bytes(), &bytes[at + old.len()..]].concat()
}

#[test]
fn whatever_reads_otherwise_is_made_again() {
    let same = locked(files());
    let two = "/c/specs/examples/two.yaml";
    let lock = "/c/compiled-ai/shout";
    let artifact = Path::new(lock).join(ARTIFACT_FILE);
    for changed in [
        same.clone().with("/c/specs/shout.yaml", SPEC.replace("Repeat", "Shout")),
        same.clone().with("/c/specs/examples/one.yaml", EXAMPLE.replace("HEY", "HO")),
        same.clone().with(two, EXAMPLE),
        same.clone().with(artifact, ARTIFACT.replace("upper", "lower")),
        same.clone().with(Path::new(lock).join(LOCK_FILE), "version = 1"),
        same.clone().with("/c/Cargo.toml", MANIFEST.replace("compiled-ai", "ai.package = 'compiled-ai'\nai.version")),
        files(),
    ] {
        let out_dir = tempfile::tempdir().unwrap();
        run(&same, out_dir.path());
        let expected = plan(&usual(), &changed);
        assert_ne!(expected, plan(&usual(), &same));
        assert_eq!(run(&changed, out_dir.path()), expected);
        // And back.
        assert_eq!(run(&same, out_dir.path()), plan(&usual(), &same));
    }
}

/// Files whose system tells when they change, and which are counted when they are read.
struct Stamped {
    files: Memory,
    stamps: BTreeMap<&'static str, Stamp>,
    reads: RefCell<Vec<PathBuf>>,
}

impl Files for Stamped {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.reads.borrow_mut().push(path.to_owned());
        self.files.read(path, limit)
    }

    fn list(&self, directory: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
        self.files.list(directory)
    }

    fn stamp(&self, path: &Path) -> Option<Stamp> {
        self.stamps.get(path.to_str()?).cloned()
    }
}

fn stamp(seconds_ago: u64, mark: u8) -> Stamp {
    Stamp { changed: SystemTime::now() - Duration::from_secs(seconds_ago), mark: [mark; Stamp::BYTES] }
}

#[test]
fn what_has_its_stamp_is_not_read_again() {
    const ONE: &str = "/c/specs/examples/one.yaml";
    let out_dir = tempfile::tempdir().unwrap();
    let mut files = Stamped { files: locked(files()), stamps: BTreeMap::new(), reads: RefCell::default() };
    let expected = plan(&usual(), &files.files);
    let reads = |files: &Stamped| {
        files.reads.borrow_mut().clear();
        let found = run(files, out_dir.path());
        let is_read = files.reads.borrow().iter().any(|path| path == Path::new(ONE));
        (found, is_read)
    };
    // What changed a moment ago may change again and show the same stamp.
    files.stamps.insert(ONE, stamp(0, 1));
    for _ in 0..2 {
        assert_eq!(reads(&files), (expected.clone(), true));
    }
    // As if time had passed; the record takes in the stamp.
    files.stamps.insert(ONE, stamp(60, 1));
    assert_eq!(reads(&files), (expected.clone(), true));
    for _ in 0..2 {
        assert_eq!(reads(&files), (expected.clone(), false));
    }
    // Touched: it is read, and from then on not.
    files.stamps.insert(ONE, stamp(60, 2));
    assert_eq!(reads(&files), (expected.clone(), true));
    assert_eq!(reads(&files), (expected.clone(), false));
    // No stamp any more, as on another file system.
    let kept = files.stamps.remove(ONE).unwrap();
    assert_eq!(reads(&files), (expected.clone(), true));
    // Changed.
    files.stamps.insert(ONE, Stamp { mark: [3; Stamp::BYTES], ..kept });
    files.files = files.files.with(ONE, EXAMPLE.replace("HEY", "HO"));
    let changed = plan(&usual(), &files.files);
    assert_ne!(changed, expected);
    assert_eq!(reads(&files), (changed, true));
}

#[cfg(not(feature = "wasm-aot"))]
#[test]
fn a_component_goes_to_the_program_as_it_is() {
    let code = crate::wasm::code(b"a component", "shout", "", None).unwrap();
    assert_eq!((code.file.as_str(), code.bytes.as_slice()), ("shout.wasm", b"a component".as_slice()));
    let emitted = code.emitted();
    assert_eq!(emitted.path, "::core::concat!(::core::env!(\"OUT_DIR\"), \"/compiled-ai/shout.wasm\")");
    assert_eq!(emitted.hash, Hash::of("a component").as_str());
    assert_eq!(emitted.ahead, None);
}

#[cfg(feature = "wasm-aot")]
#[test]
fn a_component_that_is_none_is_reported() {
    let diagnostic =
        crate::wasm::code(b"a component", "shout", "x86_64-unknown-linux-gnu", None).map(drop).unwrap_err();
    assert_eq!(diagnostic.code.to_string(), "CAI0319");
    assert!(diagnostic.notes[0].contains("does not begin like one"), "{:?}", diagnostic.notes);
}

#[cfg(feature = "wasm-aot")]
#[test]
fn a_component_is_compiled_ahead_once() {
    let component = include_bytes!("../../tests/wasm/compiled-ai/everything/artifact.wasm");
    let out_dir = tempfile::tempdir().unwrap();
    let folder = out_dir.path().join(crate::output::FOLDER);
    let target = &format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let make = |target: &str| {
        let code = crate::wasm::code(component, "everything", target, Some(&folder)).unwrap();
        assert!(code.is_ahead() && code.emitted().hash == Hash::of(&code.bytes).as_str());
        let (record, text) = code.record.unwrap();
        let output = Output::from([(code.file, code.bytes.clone()), (record, text.into())]);
        output::write(out_dir.path(), &output, &BTreeSet::new()).unwrap();
        code.bytes
    };
    let first = make(target);
    let (code, record) = (folder.join("everything.cwasm"), folder.join("everything.ahead"));

    // What lies there is taken without a look at the component, which shows if it is something else.
    let text = std::fs::read_to_string(&record).unwrap();
    let other = text.replace(Hash::of(&first).as_str(), Hash::of("machine code").as_str());
    std::fs::write(&code, "machine code").unwrap();
    std::fs::write(&record, &other).unwrap();
    assert_eq!(make(target), b"machine code");

    // Not if its hash is wrong, the record is cut off, or it was made by another version of the engine or for another machine.
    for (bytes, text) in
        [("machine c0de", other.as_str()), ("machine code", &other[..90]), ("machine code", &other[1..])]
    {
        std::fs::write(&code, bytes).unwrap();
        std::fs::write(&record, text).unwrap();
        assert_eq!(make(target), first);
    }
    assert_ne!(make(&target.replace("unknown-linux-gnu", "apple-darwin")), first);
}
