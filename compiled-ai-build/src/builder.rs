//! `Builder`: what to compile, and for which layout.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use compiled_ai_core::files::{Disk, Files};
use compiled_ai_core::lock::FOLDER;

use crate::cargo::Line;
use crate::fatal::Fatal;
use crate::find;
use crate::generate::{self, Generated, Layout};
use crate::memo;
use crate::one::Crate;
use crate::output::{self, Output};
use crate::watch::Watched;
use crate::{facade, facts};

/// Links what is locked for specs, for crates whose layout is not the usual one.
///
/// All paths are relative to the folder of `Cargo.toml`.
///
/// ```no_run
/// // build.rs
/// fn main() {
///     compiled_ai_build::Builder::new()
///         .specs_dir("specs")
///         .spec("../shared/receipt.yaml")
///         .facade("::my_prelude::compiled_ai")
///         .compile()
/// }
/// ```
#[derive(Debug, Clone, Default)]
#[must_use = "nothing happens before `compile`"]
pub struct Builder {
    folders: Vec<PathBuf>,
    specs: Vec<PathBuf>,
    locks: Option<PathBuf>,
    facade: Option<String>,
}

impl Builder {
    /// A builder without any spec.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the specs that lie directly in a folder: its files that end in `.yaml` or `.yml`.
    pub fn specs_dir(mut self, folder: impl AsRef<Path>) -> Self {
        self.folders.push(folder.as_ref().to_owned());
        self
    }

    /// Adds one spec, wherever it lies.
    pub fn spec(mut self, path: impl AsRef<Path>) -> Self {
        self.specs.push(path.as_ref().to_owned());
        self
    }

    /// The folder that holds what is locked, one folder per spec. Default: `compiled-ai`.
    pub fn locks_dir(mut self, folder: impl AsRef<Path>) -> Self {
        self.locks = Some(folder.as_ref().to_owned());
        self
    }

    /// The path under which generated code finds `compiled-ai`, such as `::my_prelude::compiled_ai`.
    ///
    /// Default: `::compiled_ai`, or the name that `Cargo.toml` gives the dependency.
    pub fn facade(mut self, path: impl Into<String>) -> Self {
        self.facade = Some(path.into());
        self
    }

    /// Does it.
    ///
    /// # Errors
    /// Problems of a spec are reported by `#[compiled_ai::spec]`. A folder that can't be read or written fails the build, with
    /// a message of Cargo.
    pub fn compile(&self) {
        self.run(&mut |line| println!("{line}"));
    }

    fn run(&self, say: &mut dyn FnMut(Line)) {
        let environment = |name: &str| {
            std::env::var_os(name).map(PathBuf::from).ok_or_else(|| {
                Fatal::environment(
                    &format!("`{name}` is not set"),
                    "call `compiled_ai_build::compile` from a build script",
                )
            })
        };
        let plan = environment("CARGO_MANIFEST_DIR").and_then(|crate_dir| {
            let out_dir = environment("OUT_DIR")?;
            let generated = self.generate(&crate_dir, say)?;
            let plan = self.plan(&Disk, &crate_dir, &generated, Some(&out_dir))?;
            Ok((out_dir, plan))
        });
        match plan {
            Err(fatal) => say(Line::error(&fatal)),
            Ok((out_dir, Plan { output, kept, lines })) => {
                lines.into_iter().for_each(&mut *say);
                output::write(&out_dir, &output, &kept).err().as_ref().map(Line::error).into_iter().for_each(say);
            }
        }
    }

    /// Generates what is missing, where that was asked for.
    fn generate(&self, crate_dir: &Path, say: &mut dyn FnMut(Line)) -> Result<Generated, Fatal> {
        let specs = || find::specs(&Disk, crate_dir, &self.folders, &self.specs);
        let locks = self.locks(crate_dir);
        let layout = Layout { crate_dir, locks: &locks };
        generate::missing(specs, layout, &|name| std::env::var_os(name), say)
    }

    fn locks(&self, crate_dir: &Path) -> PathBuf {
        crate_dir.join(self.locks.as_deref().unwrap_or(Path::new(FOLDER)))
    }

    /// What is to be written and said; reads, but does not write. `out_dir` may hold what an earlier run wrote.
    fn plan(
        &self,
        files: &dyn Files,
        crate_dir: &Path,
        generated: &Generated,
        out_dir: Option<&Path>,
    ) -> Result<Plan, Fatal> {
        let watched = Watched::new(files);
        let specs = find::specs(&watched, crate_dir, &self.folders, &self.specs)?;
        let mut lines = vec![];
        let (root, missing) = match &self.facade {
            Some(path) => (facade::parse(path)?, None),
            None => match facade::detect(&watched, crate_dir) {
                Ok(root) => (root, None),
                // With the usual path all else can still be found out.
                Err(missing) => (facade::USUAL.to_owned(), Some(missing)),
            },
        };
        if let Some(missing) = &missing {
            lines.push(Line::warning(missing, &Default::default()));
        }
        let locks = self.locks(crate_dir);
        let target = std::env::var("TARGET").unwrap_or_default();
        let made = out_dir.map(|out_dir| out_dir.join(output::FOLDER));
        let user = Crate {
            files: &watched,
            root: &root,
            locks: &locks,
            target: &target,
            generated,
            made: made.as_deref(),
            no_facade: missing.as_deref(),
        };
        let (mut output, mut kept) = (Output::default(), BTreeSet::default());
        output.insert("index".into(), facts::index(specs.iter().map(|spec| spec.shown.as_str())).into());
        let program = memo::program();
        for group in find::by_name(&specs) {
            if let [spec] = group[..] {
                let made = memo::make(&user, program.as_deref(), spec);
                output.extend(made.output);
                kept.extend(made.kept);
                lines.extend(made.lines);
                continue;
            }
            for spec in &group {
                output.insert(format!("{}.diagnostics", spec.stem), find::shared(spec, &group).into());
            }
        }
        lines.extend(watched.lines(crate_dir));
        Ok(Plan { output, kept, lines })
    }
}

/// What is to be written and said.
struct Plan {
    output: Output,
    /// The files in `OUT_DIR` that are to stay as they are.
    kept: BTreeSet<String>,
    lines: Vec<Line>,
}

#[cfg(test)]
#[path = "builder_tests.rs"]
mod tests;
