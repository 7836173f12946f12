//! Where the kit's runtime crate comes from.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use compiled_ai_core::hash::Hash;
use serde::Deserialize;

use super::toolchain::Toolchain;

/// The name of the runtime crate.
pub(super) const RUNTIME: &str = "compiled-ai-runtime";
/// The link in a kit to a runtime crate in a folder.
///
/// Cargo makes the path of a crate part of the names of its symbols, and these decide where its functions stand in what is
/// linked. Of a crate below the package that is built it takes the relative path, which is the same on all machines.
const LINK: &str = "source";
/// What serves a candidate; becomes the kit's own library, by path.
pub(super) const HARNESS: [(&str, &str); 6] = [
    ("lib.rs", include_str!("../../harness/lib.rs")),
    ("json.rs", include_str!("../../harness/json.rs")),
    ("abi.rs", include_str!("../../harness/abi.rs")),
    ("abi/export.rs", include_str!("../../harness/abi/export.rs")),
    ("abi/lists.rs", include_str!("../../harness/abi/lists.rs")),
    ("abi/scalars.rs", include_str!("../../harness/abi/scalars.rs")),
];

/// Where the kit's crates come from.
#[derive(Debug, Clone)]
pub struct KitSource {
    /// The runtime crate.
    pub runtime: Origin,
    /// The text of the user's `Cargo.lock`, so that a candidate is judged with the versions that it will be linked with.
    pub lock: Option<String>,
}

/// Where the runtime crate comes from.
#[derive(Debug, Clone)]
pub enum Origin {
    /// A folder.
    Path(PathBuf),
    /// A registry, in this exact version.
    Version(String),
}

impl KitSource {
    /// The dependency as in the `Cargo.toml` of a package in `folder`.
    pub(super) fn dependency(&self, folder: Option<&Path>) -> String {
        let from = match &self.runtime {
            Origin::Path(path) => {
                let is_linked = path.is_dir() && folder.is_some_and(|folder| link(path, folder));
                let path = if is_linked { LINK.into() } else { path.to_string_lossy() };
                format!("path = {}", toml::Value::from(path.as_ref()))
            }
            Origin::Version(version) => format!("version = {}", toml::Value::from(format!("={version}"))),
        };
        format!("{RUNTIME} = {{ {from}, features = [\"json\"] }}")
    }

    /// The table `workspace` of a package that reaches the runtime crate by a link: for cargo the crate belongs to the workspace that
    /// the link is in, so this one hands down what the crate inherits.
    pub(super) fn workspace(&self) -> String {
        const INHERITED: [&str; 3] = ["package", "dependencies", "lints"];
        let mut table = toml::Table::new();
        if let Origin::Path(path) = &self.runtime {
            let manifests = path.ancestors().filter_map(|folder| fs::read_to_string(folder.join("Cargo.toml")).ok());
            let mut tables = manifests.filter_map(|text| text.parse::<toml::Table>().ok());
            if let Some(toml::Value::Table(found)) = tables.find_map(|mut manifest| manifest.remove("workspace")) {
                table.extend(found.into_iter().filter(|(key, _)| INHERITED.contains(&key.as_str())));
            }
        }
        toml::Table::from_iter([("workspace".to_owned(), toml::Value::Table(table))]).to_string()
    }

    /// What decides which kit it is: toolchain, versions of all crates, harness and this compiler.
    pub(super) fn key(&self, toolchain: &Toolchain) -> Hash {
        let versions = self.lock.as_deref().map(versions).unwrap_or_default();
        Hash::of(
            [
                toolchain.verbose.as_str(),
                &*toolchain.rustc.to_string_lossy(),
                &self.dependency(None),
                LINK,
                &format!("{versions:?}"),
                &format!("{HARNESS:?}"),
                env!("CARGO_PKG_VERSION"),
            ]
            .join("\0"),
        )
    }

    /// What tells whether a kit with this key is up to date: a folder's files may change while its path stays.
    pub(super) fn fingerprint(&self, key: &Hash) -> String {
        let mut text = key.to_string();
        if let Origin::Path(path) = &self.runtime {
            let mut files = vec![path.join("Cargo.toml")];
            collect(&path.join("src"), &mut files);
            files.sort();
            for file in files {
                // A file that can't be read is cargo's to complain about.
                let hash = Hash::of(fs::read(&file).unwrap_or_default());
                text.push_str(&format!("\n{} {hash}", file.display()));
            }
        }
        Hash::of(text).to_string()
    }

    /// The crates of the kit in the versions that were chosen, by the text of its `Cargo.lock`, and the contents of a runtime
    /// crate in a folder, wherever that is: what two machines that build the same kit agree on.
    pub(super) fn crates(&self, lock: &str) -> String {
        let mut text = format!("{:?}", versions(lock));
        if let Origin::Path(path) = &self.runtime {
            let mut files = vec![path.join("Cargo.toml")];
            collect(&path.join("src"), &mut files);
            files.sort();
            for file in files {
                let name = file.strip_prefix(path).unwrap_or(&file).to_string_lossy().replace('\\', "/");
                text.push_str(&format!("\n{name} {}", Hash::of(fs::read(&file).unwrap_or_default())));
            }
        }
        text
    }
}

/// Links to a crate from `folder`; whether it did.
fn link(path: &Path, folder: &Path) -> bool {
    let link = folder.join(LINK);
    fs::read_link(&link).ok().as_deref() == Some(path) || {
        let _ = fs::remove_file(&link);
        symlink(path, &link).is_ok()
    }
}

#[cfg(unix)]
fn symlink(to: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(to, link)
}

/// Links need a right elsewhere that few users have.
#[cfg(not(unix))]
fn symlink(_: &Path, _: &Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => collect(&entry.path(), files),
            _ => files.push(entry.path()),
        }
    }
}

/// The packages of a `Cargo.lock` that the runtime crate needs, as `name version`; none if it is not in there.
///
/// Only these, so that crates which agree on them share one kit whatever else they depend on.
fn versions(lock: &str) -> BTreeSet<String> {
    #[derive(Deserialize)]
    struct Lock {
        #[serde(default)]
        package: Vec<Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        name: String,
        version: String,
        #[serde(default)]
        dependencies: Vec<String>,
    }
    let Ok(lock) = toml::from_str::<Lock>(lock) else { return BTreeSet::new() };
    let mut found = BTreeSet::new();
    let mut wanted = vec![RUNTIME.to_owned()];
    while let Some(dependency) = wanted.pop() {
        // `name`, or `name version`, or `name version (source)` where only that tells two apart.
        let mut parts = dependency.split(' ');
        let (name, version) = (parts.next().unwrap_or_default(), parts.next());
        for package in lock.package.iter().filter(|package| package.name == name) {
            if version.is_none_or(|version| package.version == version)
                && found.insert(format!("{name} {}", package.version))
            {
                wanted.extend(package.dependencies.iter().cloned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_runtime_needs_counts() {
        let lock = |other: &str, serde: &str| {
            format!(
                "version = 4\n\
                 [[package]]\nname = \"mine\"\nversion = \"{other}\"\ndependencies = [\"compiled-ai-runtime\", \"rand\"]\n\
                 [[package]]\nname = \"rand\"\nversion = \"{other}\"\n\
                 [[package]]\nname = \"compiled-ai-runtime\"\nversion = \"0.1.0\"\ndependencies = [\"serde 1.0.{serde}\"]\n\
                 [[package]]\nname = \"serde\"\nversion = \"1.0.{serde}\"\ndependencies = [\"compiled-ai-runtime\"]\n\
                 [[package]]\nname = \"serde\"\nversion = \"0.9.0\"\n"
            )
        };
        let names: Vec<_> = versions(&lock("3.0.0", "7")).into_iter().collect();
        assert_eq!(names, ["compiled-ai-runtime 0.1.0", "serde 1.0.7"]);
        assert_eq!(versions(&lock("3.0.0", "7")), versions(&lock("4.0.0", "7")));
        assert_ne!(versions(&lock("3.0.0", "7")), versions(&lock("3.0.0", "8")));
    }

    #[test]
    fn a_path_with_quotes_is_still_one_string() {
        let source = KitSource { runtime: Origin::Path(PathBuf::from("/a \"b\"\\c")), lock: None };
        let table: toml::Table = source.dependency(None).parse().unwrap();
        assert_eq!(table[RUNTIME]["path"].as_str(), Some("/a \"b\"\\c"));
    }
}
