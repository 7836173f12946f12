//! Whether what is locked may be linked, and what is said if not.

mod support;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use compiled_ai_core::coverage::{Coverage, Place, Reached, Unreached, cut};
use compiled_ai_core::files::{Files, Memory};
use compiled_ai_core::hash::Hash;
use compiled_ai_core::hit::{Hit, folder, look_up};
use compiled_ai_core::lock::{ARTIFACT_FILE, ARTIFACT_NEXT, Accuracy, LOCK_FILE, Lock, Score};
use compiled_ai_core::render;
use support::locks::lock;
use support::{load_text, spec};

const ARTIFACT: &str = "pub fn run(input: Input<'_>) -> Result<Output, Abstain> { … }\n";

/// The lock of a spec with these changes.
fn locked(changes: &str) -> Lock {
    lock(&load_text(&spec(changes)).spec.expect("no errors"), ARTIFACT)
}

/// A folder with this lock and these other files.
fn with(lock: &Lock, files: &[(&str, &[u8])]) -> Memory {
    raw(lock.to_toml().as_bytes(), files)
}

fn raw(lock: &[u8], files: &[(&str, &[u8])]) -> Memory {
    let start = Memory::default().with(path(LOCK_FILE), lock);
    files.iter().fold(start, |memory, (name, bytes)| memory.with(path(name), *bytes))
}

fn path(name: &str) -> PathBuf {
    folder(Path::new("crate"), Path::new("crate/specs/a.yaml")).join(name)
}

/// Looks up what is locked for a spec with these changes; the error is as a user sees it.
fn look(files: &dyn Files, changes: &str) -> Result<Hit, String> {
    let loaded = load_text(&spec(changes));
    let spec = loaded.spec.expect("no errors");
    let folder = folder(Path::new("crate"), Path::new("crate/specs/a.yaml"));
    look_up(files, &folder, &spec, "specs/a.yaml").map_err(|problem| render::one(&problem, &loaded.sources))
}

fn refused(files: &dyn Files, changes: &str) -> String {
    look(files, changes).expect_err("a diagnostic")
}

#[test]
fn the_folder_is_called_like_the_file() {
    assert_eq!(path(LOCK_FILE), Path::new("crate/compiled-ai/a/lock.toml"));
}

#[test]
fn what_fits_is_linked() {
    let hit = look(&with(&locked(""), &[(ARTIFACT_FILE, ARTIFACT.as_bytes())]), "").expect("a hit");
    assert_eq!(hit.artifact, ARTIFACT);
    assert_eq!(hit.lock, locked(""));
}

#[test]
fn what_does_not_change_the_function_needs_no_new_lock() {
    let files = with(&locked(""), &[(ARTIFACT_FILE, ARTIFACT.as_bytes())]);
    for changes in
        ["on_abstain: call", "accuracy: { at_least: 50%, of: fields, unreached: allow }", "# a comment\nmodules: []"]
    {
        assert!(look(&files, changes).is_ok(), "{changes}");
    }
}

#[test]
fn nothing_is_locked() {
    insta::assert_snapshot!(refused(&Memory::default(), ""));
}

#[test]
fn the_spec_has_changed() {
    let files = with(&locked(""), &[(ARTIFACT_FILE, ARTIFACT.as_bytes())]);
    let all = [
        "about: Read the amount due, rounded.",
        "output: { total: { type: decimal, min: 0 } }\nrules: [Round it.]",
        "examples: [{ input: { text: a }, output: { total: 1 } }]",
        "examples: [{ input: { text: a }, output: { total: 1 } }, { input: { text: b }, output: { total: 3 } }]",
        "accuracy: { held_out: 50% }",
        "name: read_invoice\nabout: Read it.\ninput: { text: string?, page: int? }\nmodules: [text]",
    ];
    insta::assert_snapshot!(all.map(|changes| refused(&files, changes)).join("\n\n"));
}

/// A part that a lock does not know has changed: a lock can't vouch for it.
#[test]
fn a_part_that_the_lock_lacks_has_changed() {
    let mut lock = locked("");
    lock.spec.parts.remove("rules");
    lock.spec.hash = Hash::of("something else").to_string();
    insta::assert_snapshot!(refused(&with(&lock, &[]), ""));
}

#[test]
fn the_artifact_was_edited() {
    let edited = format!("{ARTIFACT}// better\n");
    insta::assert_snapshot!(refused(&with(&locked(""), &[(ARTIFACT_FILE, edited.as_bytes())]), ""));
}

/// Git may turn `\n` into `\r\n`: that is an edit too, since what is hashed is what is compiled.
#[test]
fn other_line_ends_are_an_edit() {
    let crlf = ARTIFACT.replace('\n', "\r\n");
    assert!(refused(&with(&locked(""), &[(ARTIFACT_FILE, crlf.as_bytes())]), "").contains("CAI0203"));
}

#[test]
fn the_artifact_is_not_utf8() {
    let mut lock = locked("");
    lock.artifact.insert(ARTIFACT_FILE.to_owned(), Hash::of(b"\xFF").to_string());
    insta::assert_snapshot!(refused(&with(&lock, &[(ARTIFACT_FILE, b"\xFF")]), ""));
}

#[test]
fn the_artifact_is_missing() {
    insta::assert_snapshot!(refused(&with(&locked(""), &[]), ""));
}

#[test]
fn the_lock_names_no_artifact() {
    let mut lock = locked("");
    lock.artifact.clear();
    insta::assert_snapshot!(refused(&with(&lock, &[(ARTIFACT_FILE, ARTIFACT.as_bytes())]), ""));
}

#[test]
fn the_lock_cannot_be_read() {
    let merged = format!("<<<<<<< ours\n{}", locked("").to_toml());
    let large = vec![b'#'; (4 << 20) + 1];
    let all = [merged.as_bytes(), b"version = 1\n[spec]\nfile = ", b"version = \xFF", &large];
    insta::assert_snapshot!(all.map(|lock| refused(&raw(lock, &[]), "")).join("\n\n"));
}

#[test]
fn the_lock_is_newer() {
    insta::assert_snapshot!(refused(&raw(b"version = 7\n", &[]), ""));
}

#[test]
fn the_locked_figures_are_below() {
    let mut lock = locked("");
    lock.accuracy.shown.examples = Score::new(18, 20);
    let files = with(&lock, &[(ARTIFACT_FILE, ARTIFACT.as_bytes())]);
    let mut all = vec![refused(&files, ""), refused(&files, "accuracy: { at_least: 95% }")];
    assert!(look(&files, "accuracy: { at_least: 90% }").is_ok(), "18 of 20 is 90%");
    // The held-out part counts by itself.
    let mut lock = locked("accuracy: { held_out: 50% }");
    lock.accuracy.held_out = Some(Accuracy {
        examples: Score::new(0, 1),
        abstained: 0,
        fields: [("total".to_owned(), Score::new(1, 2)), ("date".to_owned(), Score::new(2, 2))].into(),
    });
    let files = with(&lock, &[(ARTIFACT_FILE, ARTIFACT.as_bytes())]);
    all.push(refused(&files, "accuracy: { held_out: 50%, at_least: 80% }"));
    all.push(refused(&files, "accuracy: { held_out: 50%, at_least: 80%, of: fields }"));
    assert!(look(&files, "accuracy: { held_out: 50%, at_least: 75%, of: fields }").is_ok(), "3 of 4 is 75%");
    insta::assert_snapshot!(all.join("\n\n"));
}

const ACKNOWLEDGE: &str = "accuracy: { unreached: acknowledge }";

#[test]
fn what_nothing_reaches_must_be_acknowledged_where_the_spec_says_so() {
    let entry = |line: usize| Unreached {
        id: format!("{line:016}"),
        line,
        column: 1,
        lines: 1,
        what: Place::Branch,
        reached: Reached::Never,
        source: cut(ARTIFACT.lines().nth(line - 1).unwrap_or_default()),
        acknowledged: false,
        note: None,
    };
    let look_at = |coverage: Option<Coverage>, changes: &str| {
        let lock = Lock { coverage, ..locked(changes) };
        let files = with(&lock, &[(ARTIFACT_FILE, ARTIFACT.as_bytes())]);
        look(&files, changes).map(|hit| assert_eq!(hit.lock, lock))
    };
    let measured = |unreached: Vec<Unreached>| Some(Coverage { places: 3, inputs: 5, unreached });
    let open = || measured(vec![entry(1)]);
    assert!(look_at(open(), "").is_ok() && look_at(None, "").is_ok(), "it is allowed without a word");
    assert!(look_at(measured(vec![]), ACKNOWLEDGE).is_ok());
    assert!(look_at(measured(vec![Unreached { acknowledged: true, ..entry(1) }]), ACKNOWLEDGE).is_ok());
    let misplaced = Unreached { acknowledged: true, source: "another line".to_owned(), ..entry(1) };
    let all = [open(), None, measured(vec![misplaced])].map(|coverage| look_at(coverage, ACKNOWLEDGE).unwrap_err());
    insta::assert_snapshot!(all.join("\n\n"));
}

/// A process that was killed between the two renames leaves the new lock beside the old artifact.
#[test]
fn an_artifact_that_was_not_renamed_yet_counts() {
    let next: (&str, &[u8]) = (ARTIFACT_NEXT, ARTIFACT.as_bytes());
    for files in [vec![next], vec![next, (ARTIFACT_FILE, b"the old one")]] {
        assert_eq!(look(&with(&locked(""), &files), "").expect("a hit").artifact, ARTIFACT);
    }
    // One that the lock does not speak of is left from something else.
    let files = [(ARTIFACT_NEXT, b"another".as_slice()), (ARTIFACT_FILE, ARTIFACT.as_bytes())];
    assert_eq!(look(&with(&locked(""), &files), "").expect("a hit").artifact, ARTIFACT);
}

/// Gives one folder at the first read and another one from the second on: somebody locks anew meanwhile.
struct Relocked {
    before: Memory,
    after: Memory,
    reads: AtomicUsize,
}

impl Files for Relocked {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let is_first = self.reads.fetch_add(1, Ordering::Relaxed) == 0;
        if is_first { self.before.read(path, limit) } else { self.after.read(path, limit) }
    }

    fn list(&self, directory: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
        self.after.list(directory)
    }
}

#[test]
fn a_lock_that_is_replaced_meanwhile_is_read_again() {
    let mut old = locked("");
    old.artifact.insert(ARTIFACT_FILE.to_owned(), Hash::of("the old one").to_string());
    let after = with(&locked(""), &[(ARTIFACT_FILE, ARTIFACT.as_bytes())]);
    let files = Relocked { before: with(&old, &[]), after, reads: AtomicUsize::new(0) };
    assert_eq!(look(&files, "").expect("a hit").artifact, ARTIFACT);
}
