//! Writing a lock is killed at every moment; whoever reads sees a lock and files that agree.
#![cfg(unix)]

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use compiled_ai_compiler::locking::{self, Artifact};
use compiled_ai_core::hash::Hash;
use compiled_ai_core::lock::{ARTIFACT_FILE, COMPONENT_FILE, FILES, LOCK_FILE, Lock, NEXT};

const LOCK: &str = r#"
version = 1
artifact = {}
attempts = []
[spec]
file = "double.yaml"
name = "double"
hash = "sha256:00"
parts = {}
[made]
compiler = "0.1.0"
gate = "gate-1"
kit = "0.1.0"
toolchain = "rustc"
target = "rust"
provider = "command"
model = ""
prompt = "1"
[examples]
shown = 1
in_prompt = 1
held_out = 0
[accuracy.shown]
abstained = 0
examples = { right = 1, of = 1, interval = [20.7, 100.0] }
"#;

/// Not a test by itself: what [`a_kill_while_writing_leaves_a_pair_that_agrees`] runs and kills.
#[test]
#[ignore = "runs until it is killed"]
fn writer() {
    let folder = std::env::var_os("COMPILED_AI_TEST_FOLDER").expect("set by the test that runs this");
    let lock = Lock::parse(LOCK).unwrap();
    println!("\nwriting");
    for number in 0u64.. {
        // Of different lengths, so that a mixture of two would show.
        let artifact = format!("// {number}\n{}", "fn f() {}\n".repeat(number as usize % 50));
        // Every third has no component, as when a spec's target changes.
        let component = (number % 3 != 2).then(|| number.to_le_bytes().repeat(number as usize % 700));
        let artifact = Artifact { source: &artifact, component: component.as_deref() };
        locking::write(Path::new(&folder), lock.clone(), artifact).unwrap();
    }
}

#[test]
fn a_kill_while_writing_leaves_a_pair_that_agrees() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("double");
    // On a busy machine the first kill may fall before the first writing.
    let before = Artifact { source: "fn f() {}\n", component: None };
    locking::write(&folder, Lock::parse(LOCK).unwrap(), before).unwrap();
    let mut interrupted = 0;
    for round in 0..60u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "--nocapture", "writer"])
            .env("COMPILED_AI_TEST_FOLDER", &folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        while lines.next().unwrap().unwrap() != "writing" {}
        std::thread::sleep(std::time::Duration::from_micros(3000 + 617 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        interrupted += u32::from(locking::is_unsettled(&folder));
        agree(&folder);
    }
    // If no kill ever fell between the two renames or before them, this test would prove nothing.
    assert!(interrupted > 0, "no kill fell into the writing");
    locking::settle(&folder).unwrap();
    agree(&folder);
    let lock = Lock::parse(&std::fs::read_to_string(folder.join(LOCK_FILE)).unwrap()).unwrap();
    let mut left: Vec<_> = std::fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.file_name()).collect();
    left.sort();
    let locked: Vec<&str> = lock.artifact.keys().map(String::as_str).chain([LOCK_FILE]).collect();
    assert_eq!(left, locked);
}

#[test]
fn a_component_goes_with_its_target() {
    let folder = tempfile::tempdir().unwrap();
    let files = || FILES.map(|name| folder.path().join(name).exists());
    let lock = || Lock::parse(LOCK).unwrap();
    let with = Artifact { source: "fn f() {}", component: Some(b"\0asm") };
    let written = locking::write(folder.path(), lock(), with).unwrap();
    assert_eq!(written.artifact[COMPONENT_FILE], Hash::of(b"\0asm").as_str());
    assert_eq!(files(), [true, true]);
    locking::write(folder.path(), lock(), Artifact { component: None, ..with }).unwrap();
    assert_eq!(files(), [true, false]);
}

/// The lock reads, and each file or the one that waits beside it is what it states.
fn agree(folder: &Path) {
    let lock = Lock::parse(&std::fs::read_to_string(folder.join(LOCK_FILE)).unwrap()).unwrap();
    assert!(lock.artifact.contains_key(ARTIFACT_FILE));
    for (name, stated) in &lock.artifact {
        let is_stated =
            |file: &str| std::fs::read(folder.join(file)).is_ok_and(|bytes| Hash::of(bytes).as_str() == stated);
        assert!(is_stated(&format!("{name}{NEXT}")) || is_stated(name), "lock and `{name}` differ");
    }
}
