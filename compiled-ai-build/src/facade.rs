//! The path under which the user's crate knows `compiled-ai`.

use std::path::Path;

use compiled_ai_core::codes::build as codes;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::files::Files;
use toml::{Table, Value};

use crate::fatal::Fatal;

/// The path that most crates use.
pub(crate) const USUAL: &str = "::compiled_ai";

const PACKAGE: &str = "compiled-ai";
const MANIFEST: &str = "Cargo.toml";
/// The largest manifest that is read, in bytes.
const LIMIT: u64 = 4 << 20;

/// Checks a path that the user gave.
pub(crate) fn parse(path: &str) -> Result<String, Fatal> {
    let segments = path.strip_prefix("::").unwrap_or(path);
    let is_name = |name: &str| {
        name.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && name.chars().all(|character| character.is_alphanumeric() || character == '_')
    };
    match segments.split("::").all(is_name) {
        true => Ok(path.to_owned()),
        false => {
            let message = format!("the facade `{path}` is not a path of Rust");
            Err(Fatal::builder(&message, "write it as in `::my_prelude::compiled_ai`"))
        }
    }
}

/// Finds the dependency in the crate's manifest, whatever its name there.
///
/// A manifest that can't be read or parsed is no reason to complain here: Cargo has read it before.
pub(crate) fn detect(files: &dyn Files, crate_dir: &Path) -> Result<String, Box<Diagnostic>> {
    let Some(manifest) = read(files, crate_dir) else { return Ok(USUAL.to_owned()) };
    let mut inherited = None;
    let name = tables(&manifest).into_iter().flatten().find(|(name, value)| {
        let is_inherited = value.get("workspace").and_then(Value::as_bool) == Some(true);
        let package = if is_inherited {
            let dependencies = inherited.get_or_insert_with(|| workspace_dependencies(files, crate_dir, &manifest));
            package(name, dependencies.get(name.as_str()))
        } else {
            package(name, Some(value))
        };
        package == PACKAGE
    });
    match name {
        Some((name, _)) => Ok(format!("::{}", name.replace('-', "_"))),
        None => Err(Box::new(
            Diagnostic::error(codes::NO_FACADE, "this crate does not depend on `compiled-ai`")
                .note("generated code names its types; `Cargo.toml` has no such dependency, under any name")
                .help("run `cargo add compiled-ai`")
                .help("if another crate re-exports it, give its path to `compiled_ai_build::Builder::facade` in `build.rs`"),
        )),
    }
}

/// The tables of dependencies that code of the crate can use: those of the library first, then those of its tests.
fn tables(manifest: &Table) -> Vec<&Table> {
    let targets = || manifest.get("target").and_then(Value::as_table).into_iter().flat_map(|targets| targets.values());
    ["dependencies", "dev-dependencies"]
        .into_iter()
        .flat_map(|kind| {
            let plain = manifest.get(kind).and_then(Value::as_table);
            plain.into_iter().chain(targets().filter_map(move |target| target.get(kind).and_then(Value::as_table)))
        })
        .collect()
}

/// The package that a dependency stands for.
fn package<'a>(name: &'a str, dependency: Option<&'a Value>) -> &'a str {
    dependency.and_then(|dependency| dependency.get("package")).and_then(Value::as_str).unwrap_or(name)
}

/// `[workspace.dependencies]` of the workspace that the crate belongs to.
fn workspace_dependencies(files: &dyn Files, crate_dir: &Path, manifest: &Table) -> Table {
    let workspace = |manifest: &Table| manifest.get("workspace").and_then(Value::as_table).cloned();
    let named = manifest.get("package").and_then(|package| package.get("workspace")).and_then(Value::as_str);
    let found = match named {
        Some(folder) => read(files, &crate_dir.join(folder)).and_then(|root| workspace(&root)),
        None => workspace(manifest).or_else(|| {
            let mut above = crate_dir.ancestors().skip(1);
            above.find_map(|folder| read(files, folder).and_then(|root| workspace(&root)))
        }),
    };
    let dependencies = found.as_ref().and_then(|workspace| workspace.get("dependencies")).and_then(Value::as_table);
    dependencies.cloned().unwrap_or_default()
}

fn read(files: &dyn Files, folder: &Path) -> Option<Table> {
    let bytes = files.read(&folder.join(MANIFEST), LIMIT).ok()?;
    String::from_utf8(bytes).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use compiled_ai_core::files::Memory;

    fn detected(manifest: &str) -> Result<String, String> {
        let files = Memory::default()
            .with(
                "/w/Cargo.toml",
                "[workspace.dependencies]\nmodel = { package = 'compiled-ai', version = '1' }\ncompiled-ai = '1'",
            )
            .with("/w/crates/a/Cargo.toml", manifest);
        detect(&files, Path::new("/w/crates/a")).map_err(|diagnostic| diagnostic.message)
    }

    #[test]
    fn every_way_to_depend_on_it() {
        for (manifest, expected) in [
            ("[dependencies]\ncompiled-ai = '1'", "::compiled_ai"),
            ("[dependencies]\ncompiled-ai.workspace = true", "::compiled_ai"),
            ("[dependencies]\nserde = '1'\nmy-ai = { package = 'compiled-ai', version = '1' }", "::my_ai"),
            ("[dependencies]\nmodel = { workspace = true, features = ['x'] }", "::model"),
            ("[target.'cfg(unix)'.dependencies]\nai = { package = 'compiled-ai', path = '../x' }", "::ai"),
            ("[dev-dependencies]\nai = { package = 'compiled-ai', path = '../x' }", "::ai"),
            (
                "[dev-dependencies]\nai = { package = 'compiled-ai' }\n[dependencies]\ncompiled-ai = '1'",
                "::compiled_ai",
            ),
            ("[package]\nworkspace = '/w'\n[dependencies]\nmodel.workspace = true", "::model"),
            ("not a manifest", "::compiled_ai"),
        ] {
            assert_eq!(detected(manifest).as_deref(), Ok(expected), "{manifest}");
        }
    }

    #[test]
    fn no_dependency_is_reported() {
        for manifest in [
            "",
            "[dependencies]\ncompiled-ai-runtime = '1'",
            "[dependencies]\ncompiled-ai = { package = 'other', version = '1' }",
            "[build-dependencies]\ncompiled-ai = '1'",
        ] {
            assert!(detected(manifest).unwrap_err().contains("does not depend"), "{manifest}");
        }
    }

    #[test]
    fn a_facade_is_a_path() {
        for path in ["::compiled_ai", "crate::ai", "::a::b_2"] {
            assert_eq!(parse(path).unwrap(), path);
        }
        for path in ["", "::", "compiled-ai", "a::", "::a b", "a;"] {
            assert!(parse(path).is_err(), "{path}");
        }
    }
}
