//! `sign`, and what `verify`, `check` and `list` say about signatures.

mod support;

use support::{GOOD, Project};

/// The key pair of RFC 8410, sections 10.3 and 10.1: a test key that everybody has.
const KEY: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";
const PUBLIC: &str = "ed25519:Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
const SIGNATURE: &str = "compiled-ai/double/lock.dsse.json";

/// A crate with something locked, whose settings trust the test key and find it in a file.
fn project() -> Project {
    let project = Project::new(&[GOOD]);
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    project.write("key.pem", KEY);
    settings(&project, &format!("key_file = \"key.pem\"\ntrusted = [\"{PUBLIC}\"]\n"));
    project
}

fn settings(project: &Project, signing: &str) {
    let before = project.read("compiled-ai.toml");
    let provider = before.split("[signing]").next().unwrap();
    project.write("compiled-ai.toml", &format!("{provider}[signing]\n{signing}"));
}

#[test]
fn what_is_signed_is_told_from_what_is_not() {
    let project = project();
    assert_shown!(project.run(&["check"]));
    assert_shown!(project.run(&["verify", "--require-signature"]));
    assert_shown!(project.run(&["sign"]));
    let signature = project.read(SIGNATURE);
    assert_shown!(project.run(&["sign", "double"]));
    assert_eq!(project.read(SIGNATURE), signature);
    for command in [&["check"][..], &["check", "--json"], &["list"], &["verify", "--require-signature"]] {
        assert_shown!(project.run(command));
    }
    settings(&project, "key_file = \"key.pem\"\n");
    assert_shown!(project.run(&["list"]));
    assert_shown!(project.run(&["verify"]));
    assert_shown!(project.run(&["verify", "--require-signature"]));
    project.write("trusted", &format!("{PUBLIC}  # releases\n"));
    assert_eq!(project.run(&["verify", "--require-signature", "--trusted-keys", "trusted"]).status(), Some(0));
    project.write("trusted", "ed25519:AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
    assert_shown!(project.run(&["verify", "--require-signature", "--trusted-keys", "trusted"]));
}

#[test]
fn an_edit_after_signing_is_an_error() {
    let project = project();
    assert_eq!(project.run(&["sign"]).status(), Some(0));
    let (artifact, lock) =
        (project.read("compiled-ai/double/artifact.rs"), project.read("compiled-ai/double/lock.toml"));
    // A change that passes every stage, made in artifact and lock together: only the signature tells.
    let edited = artifact.replace("input.n * 2", "2 * input.n");
    let hash = |text: &str| compiled_ai_core::hash::Hash::of(text).to_string();
    project.write("compiled-ai/double/artifact.rs", &edited);
    project.write("compiled-ai/double/lock.toml", &lock.replace(&hash(&artifact), &hash(&edited)));
    for command in [&["check"][..], &["check", "--json"], &["list"], &["verify"], &["verify", "--json"]] {
        assert_shown!(project.run(command));
    }
    assert_shown!(project.run(&["sign"]));
    assert_eq!(project.run(&["verify", "--require-signature"]).status(), Some(0));
    // Without the signature it is an edit by hand like any other.
    std::fs::remove_file(project.path(SIGNATURE)).unwrap();
    assert_eq!(project.run(&["verify"]).status(), Some(0));
    assert_eq!(project.run(&["verify", "--require-signature"]).status(), Some(1));
}

#[test]
fn what_is_locked_anew_loses_its_signature_and_says_so() {
    let project = project();
    assert_eq!(project.run(&["sign"]).status(), Some(0));
    assert_shown!(project.run(&["compile", "--force"]));
    assert!(!project.path(SIGNATURE).exists());
    let lock = project.read("compiled-ai/double/lock.toml");
    project.write("compiled-ai/double/lock.toml", &lock.replace("rustc 1.", "rustc 0."));
    assert_eq!(project.run(&["sign"]).status(), Some(0));
    assert_shown!(project.run(&["verify", "--update"]));
    assert!(!project.path(SIGNATURE).exists());
}

#[test]
fn a_key_is_made_once_and_for_its_owner() {
    let project = Project::new(&[GOOD]);
    let ran = project.run(&["sign", "--new-key", "new.pem"]);
    assert_eq!(ran.status(), Some(0), "{}", ran.shown());
    let (public, key) = (ran.stdout(), project.read("new.pem"));
    assert!(public.starts_with("ed25519:") && public.lines().count() == 1, "{public}");
    assert!(key.starts_with("-----BEGIN PRIVATE KEY-----\n"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(project.path("new.pem").metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_shown!(project.run(&["sign", "--new-key", "new.pem"]));
    assert_eq!(project.read("new.pem"), key);
    assert_shown!(project.run(&["sign", "--new-key", "no/such/folder/new.pem"]));
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    settings(&project, &format!("key_env = \"SIGNING_KEY_OF_A_TEST\"\ntrusted = [\"{}\"]\n", public.trim()));
    let ran = project.ran(project.command(&["sign"]).env("SIGNING_KEY_OF_A_TEST", &key));
    assert_eq!(ran.status(), Some(0), "{}", ran.shown());
    assert_eq!(project.run(&["verify", "--require-signature"]).status(), Some(0));
}

#[test]
fn mistakes_with_keys_are_explained_without_repeating_them() {
    let project = project();
    let mut said = Vec::new();
    let mut sign = |settings_now: &str| {
        settings(&project, settings_now);
        let ran = project.ran(project.command(&["sign"]).env("HELD", "MC4CAQAwBQYDK2VwBCIEINTuctv5"));
        assert_eq!(ran.status(), Some(2), "{}", ran.shown());
        said.push(ran.shown());
    };
    sign("trusted = []\n");
    sign("key_env = \"NOT_SET\"\n");
    sign("key_env = \"HELD\"\n");
    sign("key_env = \"-----BEGIN PRIVATE KEY----- MC4CAQAwBQYDK2VwBCIEINTuctv5\"\n");
    sign("key = \"MC4CAQAwBQYDK2VwBCIEINTuctv5\"\n");
    sign("key_file = \"none.pem\"\n");
    sign("key_file = \"specs/double.yaml\"\n");
    sign("key_file = \"key.pem\"\ntrusted = [\"ed25519:AAAA\", \"MC4CAQAwBQYDK2VwBCIEINTuctv5\"]\n");
    assert!(!project.path(SIGNATURE).exists());
    let said = said.join("\n");
    assert!(!said.contains("MC4C"), "{said}");
    insta::assert_snapshot!(said);
    // What is not locked, or not current, is nothing to sign.
    settings(&project, "key_file = \"key.pem\"\n");
    project.write("compiled-ai/double/artifact.rs", "edited\n");
    assert_shown!(project.run(&["sign"]));
    std::fs::remove_dir_all(project.path("compiled-ai")).unwrap();
    assert_shown!(project.run(&["sign"]));
    assert!(!project.path("compiled-ai").exists());
}

#[test]
fn what_a_killed_process_left_is_mentioned() {
    let project = project();
    let folder = project.path("compiled-ai/double");
    std::fs::copy(folder.join("artifact.rs"), folder.join("artifact.rs.next")).unwrap();
    assert_shown!(project.run(&["check"]));
    assert_shown!(project.run(&["compile"]));
    assert!(!folder.join("artifact.rs.next").exists());
    assert!(!project.run(&["check"]).shown().contains("killed"));
}
