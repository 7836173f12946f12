//! `target: wasm`, from the spec to a component that is locked, checked and verified.

mod support;

use std::fs;

use compiled_ai_core::hash::Hash;
use support::{GOOD, Project, SPEC};

const COMPONENT: &str = "compiled-ai/double/artifact.wasm";
const LOCK: &str = "compiled-ai/double/lock.toml";

/// A crate whose spec asks for a component.
fn project() -> Project {
    let project = Project::new(&[GOOD]);
    project.write("specs/double.yaml", &format!("{SPEC}target: wasm\n"));
    project
}

/// Puts a component in place of the locked one, and its hash into the lock, as somebody would who wants it to pass.
fn smuggle(project: &Project, bytes: &[u8]) {
    let old = Hash::of(fs::read(project.path(COMPONENT)).unwrap());
    fs::write(project.path(COMPONENT), bytes).unwrap();
    project.write(LOCK, &project.read(LOCK).replace(old.as_str(), Hash::of(bytes).as_str()));
}

#[test]
fn a_component_is_locked_beside_the_source() {
    let project = project();
    assert_shown!(project.run(&["compile"]));
    let bytes = fs::read(project.path(COMPONENT)).unwrap();
    assert!(project.read(LOCK).contains(&format!("\"artifact.wasm\" = \"{}\"", Hash::of(&bytes))));
    assert_shown!(project.run(&["list"]));
    assert_shown!(project.run(&["expand", "--wit", "double"]));
    let ran = project.run(&["verify"]);
    assert_eq!(ran.status(), Some(0), "{}", ran.shown());
    assert!(!ran.stderr().contains("--update"), "the same bytes: {}", ran.shown());
}

#[test]
fn no_other_bytes_get_past_check_or_verify() {
    let project = project();
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    let bytes = fs::read(project.path(COMPONENT)).unwrap();
    let lock = project.read(LOCK);

    for changed in [&bytes[..bytes.len() - 1], &bytes[..8], b"", b"\0asm\x0d\0\x01\0"] {
        fs::write(project.path(COMPONENT), changed).unwrap();
        let ran = project.run(&["check"]);
        assert_eq!(ran.status(), Some(1));
        assert!(ran.stderr().contains("CAI0203") && ran.stderr().contains("artifact.wasm"), "{}", ran.shown());
    }
    fs::remove_file(project.path(COMPONENT)).unwrap();
    let ran = project.run(&["check"]);
    assert!(ran.stderr().contains("`compiled-ai/double/artifact.wasm` is missing"), "{}", ran.shown());
    fs::write(project.path(COMPONENT), &bytes).unwrap();

    // With its hash in the lock: a section more, which changes no answer.
    let padded = [&bytes[..], &[0, 2, 1, b'x']].concat();
    smuggle(&project, &padded);
    assert_eq!(project.run(&["check"]).status(), Some(0), "a hash alone detects accidents only");
    assert_shown!(project.run(&["verify"]));

    // As if another toolchain had built it: then its answers count, and `--update` puts this one's in its place.
    let inputs = lock.lines().find(|line| line.starts_with("component = ")).expect("what decides the bytes");
    let elsewhere = format!("component = \"{}\"", Hash::of("elsewhere"));
    project.write(LOCK, &project.read(LOCK).replace(inputs, &elsewhere));
    assert_shown!(project.run(&["verify"]));
    assert_eq!(fs::read(project.path(COMPONENT)).unwrap(), padded);
    smuggle(&project, &bytes[..bytes.len() / 2]);
    let ran = project.run(&["verify"]);
    assert_eq!(ran.status(), Some(1), "{}", ran.shown());
    assert!(ran.stderr().contains("does not pass component"), "{}", ran.shown());
    smuggle(&project, &padded);
    assert_eq!(project.run(&["verify", "--update"]).status(), Some(0));
    assert_eq!(fs::read(project.path(COMPONENT)).unwrap(), bytes);
    assert_eq!(project.run(&["verify"]).status(), Some(0));
}
