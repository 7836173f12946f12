//! Where nothing is generated, although all is there to do it.

use std::os::unix::fs::PermissionsExt as _;

use super::*;

/// What a build says where nothing may be generated. Nothing is locked.
#[track_caller]
fn refused(app: &App, command: &mut Command) -> String {
    let errors = Said::of(command).errors();
    assert!(errors.contains("nothing is locked for `specs/double.yaml`"), "{errors}");
    assert!(errors.contains("cargo compiled-ai compile"), "{errors}");
    assert!(!app.is_locked(), "{errors}");
    errors
}

#[test]
fn nothing_is_generated_unasked() {
    let app = App::new("unasked");
    app.record(GOOD);
    let errors = refused(&app, app.asking(&["check"]).env_remove("COMPILED_AI"));
    insta::assert_snapshot!(errors);
    let errors = refused(&app, app.asking(&["check"]).env("COMPILED_AI", "yes"));
    assert!(errors.contains("the word for it is `generate`"), "{errors}");
    // The word alone makes the difference, and Cargo notices it.
    app.build().expect_success();
}

#[test]
fn nothing_is_generated_where_nobody_watches() {
    let app = App::new("never");
    app.record(GOOD);
    let never = [
        ("DOCS_RS", "1", "this is a build of docs.rs"),
        ("CARGO_NET_OFFLINE", "true", "Cargo is offline (`CARGO_NET_OFFLINE`)"),
        ("CI", "true", "`CI` is set; `COMPILED_AI=generate-in-ci` says that it is meant"),
        ("RA_RUSTC_WRAPPER", "1", "rust-analyzer"),
    ];
    for (name, value, why) in never {
        let errors = refused(&app, app.asking(&["check"]).env(name, value));
        let expected = "nothing was generated, although `COMPILED_AI` asks for it: ";
        assert!(errors.contains(expected) && errors.contains(why), "{name}: {errors}");
    }
    insta::assert_snapshot!(refused(&app, app.asking(&["check"]).env("CI", "true")));
    // In a package that was unpacked, as `cargo publish` and registries do.
    app.0.write("app/Cargo.toml.orig", "");
    let errors = refused(&app, &mut app.asking(&["check"]));
    assert!(errors.contains("the crate is a package"), "{errors}");
    app.0.remove("app/Cargo.toml.orig");
    // With the explicit word, `CI` is no reason; nor are variables that are off.
    app.asking(&["check"]);
    let mut command = app.asking(&["check"]);
    command.env("CI", "true").env("COMPILED_AI", "generate-in-ci").env("CARGO_NET_OFFLINE", "false");
    Said::of(&mut command).expect_success();
    assert_eq!(app.lock().made.provider, "replay");
}

/// What the environment does not tell, the processes above do.
#[cfg(target_os = "linux")]
#[test]
fn who_started_the_build_is_seen() {
    let app = App::new("started");
    app.record(GOOD);
    for arguments in [["check", "--offline"], ["check", "--frozen"]] {
        let errors = refused(&app, &mut app.asking(&arguments));
        assert!(errors.contains("Cargo is offline (`--offline` or `--frozen`)"), "{arguments:?}: {errors}");
    }
    // An editor that runs `cargo check` because a file was saved.
    app.0.write("rust-analyzer", "#!/bin/sh\n\"$@\"\nexit $?\n");
    let editor = app.0.path("rust-analyzer");
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("the script can be made executable");
    let cargo = app.asking(&["check"]);
    let mut command = Command::new(editor);
    command.arg(cargo.get_program()).args(cargo.get_args()).current_dir(app.0.path(""));
    for (name, value) in cargo.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    let errors = refused(&app, &mut command);
    assert!(errors.contains("a build of rust-analyzer"), "{errors}");
    // What was refused there is done here, although nothing in the environment is different.
    app.build().expect_success();
}

#[test]
fn settings_that_cannot_be_used_are_told() {
    let app = App::new("settings");
    app.0.write("compiled-ai.toml", "provider = \"replai\"\n");
    let errors = refused(&app, &mut app.asking(&["check"]));
    insta::assert_snapshot!(errors.replace(&app.0.path("").display().to_string(), "[workspace]/"));
    app.0.remove("compiled-ai.toml");
    let errors = refused(&app, &mut app.asking(&["check"]));
    assert!(errors.contains("nothing was generated"), "{errors}");
    // A member's own settings win over its workspace's.
    app.0.write("compiled-ai.toml", "provider = \"replay\"\nreplay = \"nowhere\"\n");
    app.0.write("app/compiled-ai.toml", "replay = \"../replies\"\n");
    app.record(GOOD);
    app.build().expect_success();
}
