//! The scratch package that cargo builds the kit from.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use compiled_ai_core::codes::validation as codes;
use compiled_ai_core::diagnostic::Diagnostic;
use serde::Deserialize;

use super::source::{HARNESS, KitSource, Origin, RUNTIME};
use super::toolchain::{Toolchain, WASM};
use super::{Built, Libraries, unusable};

/// The name of the scratch package.
const NAME: &str = "compiled-ai-kit";

/// A package that depends on the runtime crate and holds the harness.
pub(super) struct Package<'a> {
    pub(super) folder: &'a Path,
    pub(super) toolchain: &'a Toolchain,
    pub(super) source: &'a KitSource,
    pub(super) offline: bool,
}

impl Package<'_> {
    /// Writes the package and builds it for both targets.
    pub(super) fn build(&self, fingerprint: String, progress: &mut dyn FnMut(&str)) -> Result<Built, Box<Diagnostic>> {
        self.write().map_err(|error| unusable(self.folder, &error))?;
        self.fetch(progress)?;
        progress("building the kit, once for this toolchain");
        let (native, version) = self.compile(&self.toolchain.host, "release", &[])?;
        // The judge stops at every overflow. Natively a release build wraps, and so does the comparison.
        let (wasm, _) = self.compile(WASM, "release", &["-Coverflow-checks=on"])?;
        // As cargo has completed it.
        let lock = fs::read_to_string(self.folder.join("Cargo.lock")).map_err(|error| unusable(self.folder, &error))?;
        Ok(Built { fingerprint, version, crates: self.source.crates(&lock), native, wasm })
    }

    /// Builds what components link, which [`Package::build`] leaves out: it takes as long again, and is needed for `target: wasm`
    /// alone.
    pub(super) fn build_for_components(&self, progress: &mut dyn FnMut(&str)) -> Result<Libraries, Box<Diagnostic>> {
        self.write().map_err(|error| unusable(self.folder, &error))?;
        self.fetch(progress)?;
        progress("building the kit for components, once for this toolchain");
        // With its bitcode, so that a component takes of it what it uses and no more.
        let flags = ["-Coverflow-checks=on", "-Cembed-bitcode=yes", "--cfg=compiled_ai_component"];
        let (libraries, _) = self.compile(WASM, "component", &flags)?;
        Ok(libraries)
    }

    fn write(&self) -> std::io::Result<()> {
        let manifest = format!(
            "# Made by compiled-ai; it can be deleted at any time.\n\
             [package]\nname = \"{NAME}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
             [lib]\npath = \"lib.rs\"\n\n\
             [dependencies]\n{}\n\n\
             # Optimised enough to run examples quickly, not more: it is built once and thrown away.\n\
             [profile.release]\nopt-level = 1\ndebug = false\noverflow-checks = false\ndebug-assertions = false\nincremental = false\n\n\
             # What is shipped: the same bytes wherever it is built.\n\
             [profile.component]\ninherits = \"release\"\nopt-level = 3\ncodegen-units = 1\npanic = \"abort\"\n\n\
             # What makes patterns ready runs once, and searching is a sixth slower for being small (docs/wasm.md).\n\
             [profile.component.package.regex-syntax]\nopt-level = \"z\"\n\n\
             [profile.component.package.regex-automata]\nopt-level = \"s\"\n\n\
             # A workspace of its own, wherever the cache lies.\n\
             {}",
            self.source.dependency(Some(self.folder)),
            self.source.workspace(),
        );
        fs::write(self.folder.join("Cargo.toml"), manifest)?;
        fs::create_dir_all(self.folder.join("abi"))?;
        for (name, text) in HARNESS {
            fs::write(self.folder.join(name), text)?;
        }
        match &self.source.lock {
            // Cargo leaves out what the kit does not need, and keeps the versions of what it does.
            Some(lock) => fs::write(self.folder.join("Cargo.lock"), lock),
            None => Ok(()),
        }
    }

    /// Makes sure that cargo has all crates.
    fn fetch(&self, progress: &mut dyn FnMut(&str)) -> Result<(), Box<Diagnostic>> {
        let fetch = |online: bool| {
            let mut command = self.cargo("fetch");
            command.args(["--target", &self.toolchain.host, "--target", WASM]);
            if !online {
                command.arg("--offline");
            }
            self.run(command)
        };
        let missing = match fetch(false) {
            Ok(_) => return Ok(()),
            Err(error) => error,
        };
        if self.offline {
            return Err(Box::new(missing.help("the kit's crates are not all there: run once without `--offline`")));
        }
        progress("downloading the crates of the kit");
        fetch(true).map_err(Box::new)?;
        Ok(())
    }

    /// Builds for one target; the libraries and the version of the runtime crate.
    fn compile(&self, target: &str, profile: &str, flags: &[&str]) -> Result<(Libraries, String), Box<Diagnostic>> {
        let mut command = self.cargo("build");
        command.args(["--profile", profile, "--offline", "--lib", "--message-format=json", "--target", target]);
        // Set even where empty: it keeps the flags of the user's own cargo configuration out.
        let flags: Vec<String> = self.remapped().chain(flags.iter().map(|flag| (*flag).to_owned())).collect();
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        let messages = self.run(command).map_err(Box::new)?;
        libraries(&messages).ok_or_else(|| {
            Box::new(Diagnostic::error(codes::KIT, format!("cargo built no `{RUNTIME}` for `{target}`")))
        })
    }

    fn cargo(&self, subcommand: &str) -> Command {
        let mut command = self.toolchain.cargo();
        command.arg(subcommand).current_dir(self.folder);
        if subcommand == "build" {
            command.arg("--target-dir").arg(self.folder.join("target"));
        }
        command
    }

    fn run(&self, mut command: Command) -> Result<String, Diagnostic> {
        let failed = |why: &str| {
            Diagnostic::error(codes::KIT, "the kit can't be built")
                .note(why.trim_end().to_owned())
                .note(format!("the kit's package is in `{}`", self.folder.display()))
        };
        let output = command.stdin(Stdio::null()).output().map_err(|error| failed(&format!("cargo: {error}")))?;
        if !output.status.success() {
            return Err(failed(&tail(&String::from_utf8_lossy(&output.stderr), 30)));
        }
        String::from_utf8(output.stdout).map_err(|_| failed("what cargo says is not UTF-8"))
    }

    /// Flags that keep this machine's paths out of what is built.
    fn remapped(&self) -> impl Iterator<Item = String> {
        let cargo_home = std::env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
        let runtime = match &self.source.runtime {
            Origin::Path(path) => Some(path.clone()),
            Origin::Version(_) => None,
        };
        [(Some(self.folder.to_owned()), "/kit"), (runtime, "/runtime"), (cargo_home, "/cargo")]
            .into_iter()
            .filter_map(|(from, to)| Some(format!("--remap-path-prefix={}={to}", from?.display())))
    }
}

/// What cargo's messages say it built.
fn libraries(messages: &str) -> Option<(Libraries, String)> {
    #[derive(Deserialize)]
    struct Message {
        reason: String,
        #[serde(default)]
        package_id: String,
        #[serde(default)]
        filenames: Vec<PathBuf>,
        target: Option<Target>,
    }
    #[derive(Deserialize)]
    struct Target {
        name: String,
    }
    let (mut runtime, mut harness, mut version) = (None, None, String::new());
    let mut folders = BTreeSet::new();
    for line in messages.lines() {
        let Ok(message) = serde_json::from_str::<Message>(line) else { continue };
        if message.reason != "compiler-artifact" {
            continue;
        }
        let name = message.target.map(|target| target.name.replace('_', "-")).unwrap_or_default();
        let rlib = message.filenames.iter().find(|file| file.extension().is_some_and(|extension| extension == "rlib"));
        match name.as_str() {
            RUNTIME => {
                runtime = rlib.cloned();
                // `path+file:///…/compiled-ai-runtime#0.1.0` or `registry+https://…#compiled-ai-runtime@0.1.0`
                let id = message.package_id.rsplit('#').next().unwrap_or_default();
                version = id.rsplit('@').next().unwrap_or_default().to_owned();
            }
            NAME => harness = rlib.cloned(),
            _ => {}
        }
        folders.extend(message.filenames.iter().filter_map(|file| Some(file.parent()?.to_owned())));
    }
    Some((Libraries { runtime: runtime?, harness: harness?, folders: folders.into_iter().collect() }, version))
}

/// The last lines of a text.
fn tail(text: &str, lines: usize) -> String {
    let all: Vec<&str> = text.lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}
