//! Which crates and specs a command is about.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, Package};
use compiled_ai_compiler::ask::Place;
use compiled_ai_compiler::config::{Config, ConfigError};
use compiled_ai_compiler::project as shared;
pub(crate) use compiled_ai_compiler::project::show;
use compiled_ai_core::codes::cli as codes;
use compiled_ai_core::files::Disk;
use compiled_ai_core::hit;
use compiled_ai_core::load::{Loaded, load};
use compiled_ai_core::render;

use crate::arguments::Selection;
use crate::failure::Failure;

/// A crate that may have specs.
#[derive(Debug, Clone)]
pub(crate) struct Crate {
    /// The package's name.
    pub(crate) name: String,
    /// The folder of its `Cargo.toml`.
    pub(crate) folder: PathBuf,
    /// Its settings.
    pub(crate) config: Config,
}

/// A spec file of a crate.
#[derive(Debug, Clone)]
pub(crate) struct SpecFile {
    /// The crate.
    pub(crate) krate: Crate,
    /// The file.
    pub(crate) path: PathBuf,
    /// The file as messages name it: relative to where the command runs, if it is below.
    pub(crate) shown: String,
}

impl SpecFile {
    /// The stem of the file: what the spec is called on the command line and where its lock is.
    pub(crate) fn stem(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Where its artifact is locked.
    pub(crate) fn lock_folder(&self) -> PathBuf {
        hit::folder(&self.krate.folder, &self.path)
    }

    /// What is asked for and paid for on its behalf, and where that is kept.
    pub(crate) fn place(&self, cache: &Path) -> Place {
        Place {
            stem: self.stem(),
            shown: self.shown.clone(),
            krate: self.krate.folder.clone(),
            lock: self.lock_folder(),
            cache: cache.to_owned(),
        }
    }

    /// Reads and checks it.
    pub(crate) fn load(&self) -> Loaded {
        load(&Disk, &self.path, &self.shown)
    }
}

/// The crates around the place where the command runs: the package itself, or every member at the root of a workspace.
pub(crate) fn crates(manifest: Option<&Path>, package: Option<&str>) -> Result<Vec<Crate>, Failure> {
    let metadata = metadata(manifest)?;
    let here = match manifest {
        Some(manifest) => manifest.canonicalize().ok().and_then(|file| file.parent().map(Path::to_owned)),
        None => std::env::current_dir().and_then(|folder| folder.canonicalize()).ok(),
    }
    .unwrap_or_default();
    let root = metadata.workspace_root.as_std_path();
    let folder_of = |package: &Package| -> PathBuf {
        package.manifest_path.parent().map(|folder| folder.as_std_path().to_owned()).unwrap_or_default()
    };
    let mut members: Vec<&Package> = metadata.workspace_packages();
    members.sort_by(|a, b| a.name.cmp(&b.name));
    if let Some(wanted) = package {
        members.retain(|member| member.name.as_str() == wanted);
        if members.is_empty() {
            return Err(Failure::new(codes::CRATE, format!("the workspace has no package `{wanted}`"))
                .help("`cargo metadata --no-deps` lists the packages"));
        }
    } else if !same(&here, root) {
        // The innermost package that holds this folder, as cargo does.
        let inner = members
            .iter()
            .filter(|member| here.starts_with(canonical(&folder_of(member))))
            .max_by_key(|member| folder_of(member).as_os_str().len());
        if let Some(inner) = inner.copied() {
            members = vec![inner];
        }
    }
    members
        .into_iter()
        .map(|member| {
            let folder = folder_of(member);
            let config = Config::read([folder.as_path(), root], &variable)?;
            Ok(Crate { name: member.name.to_string(), folder, config })
        })
        .collect()
}

/// The spec files that `selection` names.
pub(crate) fn specs(selection: &Selection) -> Result<Vec<SpecFile>, Failure> {
    let crates = crates(selection.manifest_path.as_deref(), selection.package.as_deref())?;
    let mut all = Vec::new();
    for krate in &crates {
        all.extend(spec_files(krate)?);
    }
    if selection.specs.is_empty() {
        if all.is_empty() {
            let looked: Vec<String> =
                crates.iter().map(|krate| format!("`{}`", show(&krate.folder.join(krate.config.specs())))).collect();
            return Err(Failure::new(codes::NO_SPECS, "there are no specs here")
                .note(format!("looked in {}", looked.join(", ")))
                .help("`cargo compiled-ai new NAME` begins one"));
        }
        return Ok(all);
    }
    let mut chosen = Vec::new();
    for wanted in &selection.specs {
        let path = Path::new(wanted).canonicalize().ok();
        let found: Vec<&SpecFile> = all
            .iter()
            .filter(|spec| match &path {
                Some(path) if path.is_file() => canonical(&spec.path) == *path,
                _ => {
                    spec.stem() == *wanted
                        || spec.path.file_name().is_some_and(|name| name.to_string_lossy() == *wanted)
                }
            })
            .collect();
        match found.as_slice() {
            [spec] => chosen.push((*spec).clone()),
            [] => return Err(not_found(wanted, &all)),
            several => {
                let files: Vec<String> = several.iter().map(|spec| format!("`{}`", spec.shown)).collect();
                return Err(Failure::new(codes::NO_SPECS, format!("`{wanted}` stands for several specs"))
                    .note(files.join(", "))
                    .help("name the file, or the package with `-p`"));
            }
        }
    }
    chosen.dedup_by(|a, b| a.path == b.path);
    Ok(chosen)
}

/// The one of `specs` with the stem `wanted`.
pub(crate) fn one_of<'a>(wanted: &str, specs: &'a [SpecFile]) -> Result<&'a SpecFile, Failure> {
    specs.iter().find(|spec| spec.stem() == wanted).ok_or_else(|| not_found(wanted, specs))
}

/// `cargo metadata` of the project's own packages.
fn metadata(manifest: Option<&Path>) -> Result<Metadata, Failure> {
    Ok(shared::metadata(manifest, true)?)
}

fn spec_files(krate: &Crate) -> Result<Vec<SpecFile>, Failure> {
    let folder = krate.folder.join(krate.config.specs());
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(vec![]),
        Err(error) => return Err(Failure::new(codes::CRATE, format!("`{}` can't be read: {error}", show(&folder)))),
    };
    let is_spec =
        |path: &PathBuf| path.is_file() && path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_spec).collect();
    paths.sort();
    Ok(paths.into_iter().map(|path| spec_file(krate, path)).collect())
}

fn spec_file(krate: &Crate, path: PathBuf) -> SpecFile {
    SpecFile { krate: krate.clone(), shown: show(&path), path }
}

fn not_found(wanted: &str, all: &[SpecFile]) -> Failure {
    let stems: BTreeMap<String, &SpecFile> = all.iter().map(|spec| (spec.stem(), spec)).collect();
    let stem = Path::new(wanted).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let near = stems.keys().map(|name| (strsim::jaro_winkler(name, &stem), name)).max_by(|a, b| a.0.total_cmp(&b.0));
    let mut failure = Failure::new(codes::NO_SPECS, format!("there is no spec `{wanted}`"));
    if let Some((similarity, name)) = near
        && similarity > 0.8
    {
        failure = failure.help(format!("did you mean `{name}`?"));
    } else if !stems.is_empty() {
        failure = failure.note(format!("there are: {}", stems.keys().cloned().collect::<Vec<_>>().join(", ")));
    }
    failure.help("`cargo compiled-ai list` shows the specs")
}

fn same(a: &Path, b: &Path) -> bool {
    canonical(a) == canonical(b)
}

fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// An environment variable, if it is text.
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        let first = error.problems.first();
        let code = first.map_or(codes::CONFIG, |problem| problem.code);
        let mut failure = Failure::new(code, first.map_or_else(String::new, |problem| problem.message.clone()));
        if let [problem] = error.problems.as_slice()
            && problem.labels.is_empty()
        {
            return Box::new(problem.clone()).into();
        }
        failure.drawn = Some(render::styled(&error.problems, &error.sources));
        failure
    }
}
