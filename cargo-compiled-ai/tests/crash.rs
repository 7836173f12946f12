//! What must hold when a compilation is cut short, meets another one, or has nowhere to write.

mod support;

use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use support::{GOOD, Project, SPEC};

/// Another candidate that passes, so that each compilation replaces the artifact by a different one.
const ALSO_GOOD: &str = "```rust\npub fn run(input: Input) -> Result<Output, Abstain> {\n    if input.n == 0 {\n        return Err(Abstain::field(\"n\", \"zero\"));\n    }\n    Ok(Output { twice: input.n + input.n })\n}\n```\n";

fn check(project: &Project) {
    let ran = project.run(&["check"]);
    assert_eq!(ran.status(), Some(0), "{}", ran.shown());
}

/// `compile --force` is killed at a random moment, again and again; what is locked is whole every time.
#[cfg(unix)]
#[test]
fn a_kill_at_any_moment_leaves_a_lock_that_is_whole() {
    let project = Project::new(&[GOOD]);
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    let mut locked = 0;
    for round in 0..12u64 {
        project.model(&[if round % 2 == 0 { ALSO_GOOD } else { GOOD }]);
        let before = project.read("compiled-ai/double/lock.toml");
        let mut child = project.command(&["compile", "--force"]).stderr(Stdio::null()).spawn().unwrap();
        // Spread over the length of a compilation; it need not hit, the next test aims at the writing itself.
        thread::sleep(Duration::from_millis(150 * (round + 1)));
        child.kill().unwrap();
        child.wait().unwrap();
        check(&project);
        locked += u32::from(project.read("compiled-ai/double/lock.toml") != before);
    }
    eprintln!("{locked} of 12 had locked before they were killed");
    project.model(&[GOOD]);
    assert_eq!(project.run(&["compile", "--force"]).status(), Some(0));
    let left: Vec<_> = std::fs::read_dir(project.path("compiled-ai/double"))
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert_eq!(left.len(), 2, "nothing is left behind: {left:?}");
}

#[test]
fn two_at_once_compile_once() {
    let project = Project::new(&[GOOD]);
    let start =
        || project.command(&["compile", "--json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let children = [start(), start(), start()];
    let events: String = children
        .into_iter()
        .map(|child| {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        })
        .collect();
    let count = |event: &str| events.matches(&format!("\"event\":\"{event}\"")).count();
    assert_eq!((count("locked"), count("current")), (1, 2), "{events}");
    assert_eq!(project.read("asked").trim(), "1", "the model was asked once");
    check(&project);
}

/// Runs the command without the right to write where it must: as root, permissions stop nobody, so the folder's name is
/// taken by a file.
#[test]
fn a_folder_that_cannot_be_written_is_said_so() {
    let project = Project::new(&[GOOD]);
    project.write("compiled-ai", "in the way\n");
    let ran = project.run(&["compile"]);
    assert_eq!(ran.status(), Some(2), "{}", ran.shown());
    let text = ran.stderr();
    assert!(text.contains("CAI0704") && text.contains("`compiled-ai/double` can't be written"), "{text}");
    assert_eq!(project.read("compiled-ai"), "in the way\n");
}

/// On a small tmpfs that is full, and on one that is read-only, in a mount namespace of its own.
#[cfg(target_os = "linux")]
#[test]
fn a_full_or_read_only_disk_keeps_the_old_lock() {
    let can_mount = Command::new("unshare").args(["--user", "--map-root-user", "--mount", "true"]).status();
    if !can_mount.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED: this machine does not let a test mount a tmpfs (`unshare --user --mount`)");
        return;
    }
    let project = Project::new(&[GOOD]);
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    project.model(&[ALSO_GOOD]);
    let script = r#"
        set -e
        mkdir keep && cp compiled-ai/double/* keep/
        mount -t tmpfs -o size=64k tmpfs compiled-ai
        mkdir compiled-ai/double && cp keep/* compiled-ai/double/
        dd if=/dev/zero of=compiled-ai/filler bs=1k 2>/dev/null || true
        echo "--- full"
        "$0" compiled-ai compile --force 2>&1 && exit 7
        diff -r keep compiled-ai/double && "$0" compiled-ai check 2>&1
        rm compiled-ai/filler
        mount -o remount,ro compiled-ai
        echo "--- read-only"
        "$0" compiled-ai compile --force 2>&1 && exit 7
        diff -r keep compiled-ai/double && "$0" compiled-ai check 2>&1
    "#;
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script, env!("CARGO_BIN_EXE_cargo-compiled-ai")]);
    command.current_dir(project.root()).env("COMPILED_AI_CACHE", support::cache());
    let ran = project.ran(&mut command);
    assert_eq!(ran.status(), Some(0), "{}", ran.shown());
    assert_shown!(ran);
}

/// With no network and no cargo registry to ask, in a crate that has everything: a folder with blanks and other letters.
#[test]
fn a_path_with_blanks_and_umlauts_is_a_path_like_any_other() {
    let project = Project::named("mein Größter Ordner", &[GOOD]);
    let ran = project.run(&["compile", "--offline"]);
    assert_eq!(ran.status(), Some(0), "{}", ran.shown());
    check(&project);
    assert_eq!(project.run(&["verify", "--offline"]).status(), Some(0));
}

/// A spec that is edited while it is compiled: what is locked is for the spec that was read.
#[test]
fn a_spec_that_changes_meanwhile_is_stale_afterwards() {
    let project = Project::new(&[GOOD]);
    let changed = SPEC.replace("Double a number.", "Double a whole number.");
    let script = project.read("model.sh");
    project.write("changed.yaml", &changed);
    project.write("model.sh", &format!("cp changed.yaml specs/double.yaml; {script}"));
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    let ran = project.run(&["check"]);
    assert_eq!(ran.status(), Some(1));
    assert!(ran.stderr().contains("CAI0202"), "{}", ran.shown());
}
