//! Crates with showcase specs, written for a measurement.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const STEMS: [&str; 4] = ["prior_authorization", "order_summary", "address", "receipt"];
const BUILD: &str = "fn main() {\n    compiled_ai_build::compile(\"specs\");\n}\n";

/// A crate of its own.
pub(crate) struct Krate {
    /// Where it lies.
    pub(crate) folder: PathBuf,
    /// Its name, and that of its folder.
    pub(crate) name: String,
}

/// How a crate takes in what its build script leaves.
#[derive(Clone, Copy)]
pub(crate) enum Links {
    /// By the attribute, as users do.
    Attribute,
    /// By `include!` alone: what is left of a build without the attribute.
    Include,
}

impl Krate {
    /// A crate with so many specs: copies of the showcase specs under other names, each with its lock.
    pub(crate) fn with_specs(name: &str, specs: usize, links: Links) -> io::Result<Self> {
        let root = root();
        let dependency = |name: &str, folder: &str| format!("{name} = {{ path = {:?} }}\n", root.join(folder));
        let dependencies = format!(
            "[dependencies]\n{}\n[build-dependencies]\n{}",
            dependency("compiled-ai", ""),
            dependency("compiled-ai-build", "compiled-ai-build")
        );
        let krate = Self::new(name, &dependencies)?;
        copy(&root.join("specs/specs/examples"), &krate.folder.join("specs/examples"))?;
        let mut lib = String::new();
        for number in 0..specs {
            let (stem, copied) = (STEMS[number % STEMS.len()], format!("s{number:04}"));
            fs::copy(root.join(format!("specs/specs/{stem}.yaml")), krate.folder.join(format!("specs/{copied}.yaml")))?;
            copy(&root.join("specs/compiled-ai").join(stem), &krate.folder.join("compiled-ai").join(&copied))?;
            lib += &match links {
                Links::Attribute => format!("#[compiled_ai::spec(\"{copied}.yaml\")]\npub mod {copied} {{}}\n"),
                Links::Include => format!(
                    "pub mod {copied} {{ include!(concat!(env!(\"OUT_DIR\"), \"/compiled-ai/{copied}.rs\")); }}\n"
                ),
            };
        }
        fs::write(krate.folder.join("build.rs"), BUILD)?;
        fs::write(krate.folder.join("src/lib.rs"), lib)?;
        Ok(krate)
    }

    /// A crate with a function and nothing else.
    pub(crate) fn without_specs(name: &str) -> io::Result<Self> {
        let krate = Self::new(name, "")?;
        fs::write(krate.folder.join("src/lib.rs"), "pub fn double(number: i64) -> i64 {\n    number * 2\n}\n")?;
        Ok(krate)
    }

    fn new(name: &str, dependencies: &str) -> io::Result<Self> {
        let folder = scratch().join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(folder.join("src"))?;
        fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n{dependencies}\n[workspace]\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        Ok(Self { folder, name: name.to_owned() })
    }

    /// Runs `cargo` in it, and fails if it fails.
    pub(crate) fn cargo(&self, target: &Path, arguments: &[&str]) -> io::Result<Output> {
        let mut command = Command::new(env!("CARGO"));
        succeeded(command.args(arguments).args(["--offline", "--target-dir"]).arg(target).current_dir(&self.folder))
    }
}

/// Runs it, and fails if it fails.
pub(crate) fn succeeded(command: &mut Command) -> io::Result<Output> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(output);
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let last: Vec<&str> = text.lines().rev().take(10).collect();
    Err(io::Error::other(last.into_iter().rev().collect::<Vec<_>>().join("\n")))
}

/// The folder for what is built to be measured.
pub(crate) fn scratch() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("build-time")
}

/// The folder of this workspace.
pub(crate) fn root() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    folder.parent().unwrap_or(folder).to_owned()
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() { copy(&entry.path(), &to)? } else { fs::copy(entry.path(), to).map(drop)? }
    }
    Ok(())
}
