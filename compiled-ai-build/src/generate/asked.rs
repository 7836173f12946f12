//! Whether a build may generate: never by accident, and never where nobody would notice what it costs.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::started::Started;

/// The variable that asks for it.
pub(super) const VARIABLE: &str = "COMPILED_AI";
const GENERATE: &str = "generate";
const GENERATE_IN_CI: &str = "generate-in-ci";

/// What the environment says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// Nothing.
    Not,
    /// To generate.
    Yes,
    /// To generate, and why that is not done.
    Refused(String),
}

/// Whether the environment, read through `variable`, asks the build of the crate in `crate_dir` to generate; `look` tells who
/// started the build, and is called only if something asks.
pub(super) fn asked(
    variable: &dyn Fn(&str) -> Option<OsString>,
    look: impl FnOnce() -> Started,
    crate_dir: &Path,
) -> Asked {
    let word = variable(VARIABLE).unwrap_or_default();
    let refused =
        |why: &str| Asked::Refused(format!("nothing was generated, although `{VARIABLE}` asks for it: {why}"));
    let in_ci = match word.to_str() {
        Some("" | "off") => return Asked::Not,
        Some(GENERATE) => false,
        Some(GENERATE_IN_CI) => true,
        _ => return refused(&format!("the word for it is `{GENERATE}`, or `{GENERATE_IN_CI}`")),
    };
    if variable("DOCS_RS").is_some() {
        return refused("this is a build of docs.rs");
    }
    if variable("CARGO_NET_OFFLINE").is_some_and(|value| is_on(&value)) {
        return refused("Cargo is offline (`CARGO_NET_OFFLINE`)");
    }
    let started = look();
    if started.offline {
        return refused("Cargo is offline (`--offline` or `--frozen`)");
    }
    if is_editor(variable) || started.by_editor {
        return refused("this is a build of rust-analyzer, which would ask a model while you type");
    }
    if is_packaged(variable, crate_dir) {
        return refused("the crate is a package, from a registry or for one; nothing is generated into it");
    }
    if !in_ci && variable("CI").is_some_and(|value| is_on(&value)) {
        return refused(&format!("`CI` is set; `{VARIABLE}={GENERATE_IN_CI}` says that it is meant"));
    }
    Asked::Yes
}

/// Whether a variable that is on or off is on.
fn is_on(value: &OsStr) -> bool {
    !["", "0", "false"].iter().any(|off| value.eq_ignore_ascii_case(off))
}

/// What rust-analyzer sets for the builds that it starts: a wrapper for the compiler (until Rust 1.89), or a switch that lets
/// a stable Cargo take `--compile-time-deps`; and what people set for it in their editors.
fn is_editor(variable: &dyn Fn(&str) -> Option<OsString>) -> bool {
    let is_set = |name: &str| variable(name).is_some();
    let is_its = |name: &str| variable(name).is_some_and(|path| names_it(&path));
    ["RA_RUSTC_WRAPPER", "IS_RUST_ANALYZER", "__CARGO_TEST_CHANNEL_OVERRIDE_DO_NOT_USE_THIS"].into_iter().any(is_set)
        || ["RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"].into_iter().any(is_its)
}

fn names_it(path: &OsStr) -> bool {
    Path::new(path).file_name().is_some_and(|name| name.to_string_lossy().contains("rust-analyzer"))
}

/// Whether the crate was unpacked from a package: what `cargo package` writes into each, and Cargo's own folders.
fn is_packaged(variable: &dyn Fn(&str) -> Option<OsString>, crate_dir: &Path) -> bool {
    let marks = ["Cargo.toml.orig", ".cargo-checksum.json", ".cargo-ok"];
    let home = variable("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let is_cargos = |home: &Path| ["registry", "git"].iter().any(|folder| crate_dir.starts_with(home.join(folder)));
    marks.iter().any(|mark| crate_dir.join(mark).exists()) || home.is_some_and(|home| is_cargos(&home))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(variables: &[(&str, &str)]) -> Asked {
        let folder = tempfile::tempdir().unwrap();
        let find = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into());
        asked(&find, Started::default, folder.path())
    }

    #[test]
    fn nothing_is_generated_unless_it_is_asked_for() {
        assert_eq!(said(&[]), Asked::Not);
        assert_eq!(said(&[("COMPILED_AI", "")]), Asked::Not);
        assert_eq!(said(&[("COMPILED_AI", "off")]), Asked::Not);
        assert_eq!(said(&[("CI", "true"), ("DOCS_RS", "1")]), Asked::Not);
    }

    #[test]
    fn where_it_is_asked_for_it_is_done_or_it_is_said_why_not() {
        let with = |variables: &[(&str, &str)]| said(&[&[("COMPILED_AI", "generate")], variables].concat());
        assert_eq!(with(&[]), Asked::Yes);
        for off in ["", "0", "false", "FALSE"] {
            assert_eq!(with(&[("CI", off), ("CARGO_NET_OFFLINE", off)]), Asked::Yes, "{off}");
        }
        assert_eq!(with(&[("RUSTC_WRAPPER", "/usr/bin/sccache"), ("CARGO_HOME", "/home")]), Asked::Yes);
        let never = [
            (("DOCS_RS", "1"), "docs.rs"),
            (("CARGO_NET_OFFLINE", "true"), "offline"),
            (("CI", "true"), "COMPILED_AI=generate-in-ci"),
            (("RUSTC_WRAPPER", "/opt/rust-analyzer-nightly"), "rust-analyzer"),
            (("RUSTC_WORKSPACE_WRAPPER", "rust-analyzer"), "rust-analyzer"),
            (("RA_RUSTC_WRAPPER", "1"), "rust-analyzer"),
            (("__CARGO_TEST_CHANNEL_OVERRIDE_DO_NOT_USE_THIS", "nightly"), "rust-analyzer"),
        ];
        for (variable, why) in never {
            match with(&[variable]) {
                Asked::Refused(said) => assert!(said.contains(why), "{variable:?}: {said}"),
                other => panic!("{variable:?}: {other:?}"),
            }
        }
        assert_eq!(said(&[("COMPILED_AI", "generate-in-ci"), ("CI", "true")]), Asked::Yes);
        assert_eq!(said(&[("COMPILED_AI", "generate-in-ci")]), Asked::Yes);
        assert!(matches!(said(&[("COMPILED_AI", "generate-in-ci"), ("DOCS_RS", "1")]), Asked::Refused(_)));
        for unknown in ["Generate", "1", "yes"] {
            assert!(matches!(said(&[("COMPILED_AI", unknown)]), Asked::Refused(_)), "{unknown}");
        }
    }

    #[test]
    fn who_started_the_build_counts() {
        let folder = tempfile::tempdir().unwrap();
        let find = |name: &str| (name == VARIABLE).then(|| GENERATE.into());
        let by = |by_editor, offline| asked(&find, || Started { by_editor, offline }, folder.path());
        assert_eq!(by(false, false), Asked::Yes);
        assert!(matches!(by(true, false), Asked::Refused(why) if why.contains("rust-analyzer")));
        assert!(matches!(by(false, true), Asked::Refused(why) if why.contains("--offline")));
    }

    #[test]
    fn nothing_is_generated_into_a_package() {
        let variables = |home: &'static str| {
            move |name: &str| match name {
                "COMPILED_AI" => Some("generate".into()),
                "CARGO_HOME" => Some(home.into()),
                _ => None,
            }
        };
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(asked(&variables("/home"), Started::default, folder.path()), Asked::Yes);
        std::fs::write(folder.path().join("Cargo.toml.orig"), "").unwrap();
        assert!(matches!(asked(&variables("/home"), Started::default, folder.path()), Asked::Refused(_)));
        assert!(matches!(
            asked(&variables("/home"), Started::default, Path::new("/home/git/checkouts/a")),
            Asked::Refused(_)
        ));
        assert!(matches!(
            asked(&variables("/home"), Started::default, Path::new("/home/registry/src/a")),
            Asked::Refused(_)
        ));
    }
}
