//! A build beside another one, and beside `cargo compiled-ai compile`.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

use compiled_ai_compiler::ask::Place;
use compiled_ai_compiler::drive;

use super::*;

#[test]
fn two_builds_at_once_ask_once() {
    let app = App::with_script("two", "sleep 1; cat good.md");
    let start = |out_dir: &str| app.script(out_dir).stdout(Stdio::piped()).spawn().expect("the script can be run");
    let scripts = [start("one"), start("two"), start("three")];
    for script in scripts {
        let output = script.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() && !said.contains("cargo::error"), "{said}");
    }
    assert_eq!(app.asked(), 1);
    for out_dir in ["one", "two", "three"] {
        let file = |name: &str| app.0.path(out_dir).join("compiled-ai").join(name);
        assert!(file("double.rs").is_file() && !file("double.diagnostics").exists(), "{out_dir}");
    }
}

/// The lock that `cargo compiled-ai compile` holds while it works on the spec.
#[test]
fn a_build_waits_for_the_command_line() {
    let app = App::with_script("waits", "cat good.md");
    // What the other process will have made.
    app.build().expect_success();
    let made = ["lock.toml", "artifact.rs"].map(|name| {
        let path = app.0.path("app/compiled-ai/double").join(name);
        (fs::read(&path).expect("it is locked"), path)
    });
    app.0.remove("app/compiled-ai");
    let place = Place {
        stem: "double".into(),
        shown: "specs/double.yaml".into(),
        krate: app.0.path("app"),
        lock: app.0.path("app/compiled-ai/double"),
        cache: cache(),
    };
    let guard = drive::hold(&place, &mut |_| {}).expect("nobody else holds it");
    let mut script = app.script("out").stdout(Stdio::piped()).spawn().expect("the script can be run");
    let mut said = BufReader::new(script.stdout.take().expect("it is piped"));
    let mut line = String::new();
    while !line.contains("waiting for another process that compiles this spec") {
        line.clear();
        assert_ne!(said.read_line(&mut line).expect("a line"), 0, "it did not wait");
    }
    fs::create_dir_all(&place.lock).expect("a folder can be created");
    made.iter().rev().for_each(|(bytes, path)| fs::write(path, bytes).expect("a file can be written"));
    drop(guard);
    let mut rest = String::new();
    said.read_to_string(&mut rest).expect("text");
    assert!(script.wait().expect("it ends").success());
    assert!(!rest.contains("asking"), "{rest}");
    assert_eq!(app.asked(), 1);
    assert!(app.0.path("out/compiled-ai/double.rs").is_file());
}
