//! Fixture crates: copied to a folder of their own, changed by a test, and built by the real Cargo.

pub(crate) mod lock;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// One build at a time: all share a target folder, so that dependencies are compiled once.
static TURN: Mutex<()> = Mutex::new(());

/// A copy of a fixture.
pub(crate) struct Fixture {
    folder: PathBuf,
    target: PathBuf,
    _turn: MutexGuard<'static, ()>,
}

/// What a command said.
pub(crate) struct Said {
    pub(crate) success: bool,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Fixture {
    /// Copies `tests/fixtures/<fixture>` to a folder called `name`, with locks that fit.
    pub(crate) fn new(fixture: &str, name: &str) -> Self {
        // A test that failed leaves nothing behind that the next one could trip over.
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let folder = tmp.join("fixtures").join(name);
        if folder.exists() {
            set_read_only(&folder, false);
            fs::remove_dir_all(&folder).expect("an old copy can be removed");
        }
        // In a version's build part: Cargo tells packages in one target folder apart by name and version, not by their place.
        let slug = name.replace(|character: char| !character.is_ascii_alphanumeric(), "-");
        copy(&root().join("tests/fixtures").join(fixture), &folder, &slug);
        // The same versions as here, and nothing to be asked of a registry.
        fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the workspace has a Cargo.lock");
        let fixture = Self { folder, target: tmp.join("target"), _turn: turn };
        fixture.lock();
        fixture
    }

    /// The target folder that all share.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Where a file of it lies.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be created");
        fs::write(path, text).expect("a file can be written");
    }

    /// Replaces `from`, which must be there, by `to`.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).expect("the fixture has the file");
        assert!(text.contains(from), "{path} has no {from:?}");
        self.write(path, &text.replace(from, to));
    }

    /// Removes a file or a folder.
    pub(crate) fn remove(&self, path: &str) {
        let path = self.path(path);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("it can be removed");
    }

    /// Makes every file and folder in a folder read-only, or writable again.
    pub(crate) fn set_read_only(&self, folder: &str, read_only: bool) {
        set_read_only(&self.path(folder), read_only);
    }

    /// Makes a lock that fits for every artifact.
    pub(crate) fn lock(&self) {
        lock_all(&self.folder);
    }

    /// Runs Cargo, offline.
    pub(crate) fn cargo<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Said {
        Said::of(&mut self.command(arguments))
    }

    /// Cargo, offline and ready to run, without what the Cargo of this test has set.
    pub(crate) fn command<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).current_dir(&self.folder);
        for (name, _) in std::env::vars_os() {
            let name_text = name.to_string_lossy();
            let is_cargos = name_text.starts_with("CARGO") && name_text != "CARGO_HOME";
            let is_cargos = is_cargos || name_text.starts_with("COMPILED_AI");
            if is_cargos || name_text.starts_with("RUSTC") || name_text == "RUSTFLAGS" || name_text == "OUT_DIR" {
                command.env_remove(&name);
            }
        }
        command
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TERM_COLOR", "never")
            .env("CARGO_INCREMENTAL", "0");
        command
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        set_read_only(&self.folder, false);
    }
}

impl Said {
    /// Runs a command to its end.
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the command can be run");
        Self {
            success: output.status.success(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Demands success.
    #[track_caller]
    pub(crate) fn expect_success(self) -> Self {
        assert!(self.success, "{}", self.stderr);
        self
    }

    /// The compile errors, as people see them, without what differs between machines. Demands failure.
    #[track_caller]
    pub(crate) fn errors(&self) -> String {
        assert!(!self.success, "this should not build\n{}", self.stderr);
        let is_progress = |line: &str| {
            let verb = line.trim_start().split(' ').next().unwrap_or_default();
            ["Compiling", "Checking", "Finished", "Running", "Updating", "Locking", "Adding", "Blocking"]
                .contains(&verb)
        };
        let lines: Vec<&str> = self.stderr.lines().filter(|line| !is_progress(line)).map(str::trim_end).collect();
        lines.join("\n")
    }
}

/// The folder of this workspace.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().find(|folder| folder.join("tests/fixtures").is_dir()).expect("the fixtures are there")
}

fn copy(from: &Path, to: &Path, slug: &str) {
    fs::create_dir_all(to).expect("a folder can be created");
    for entry in fs::read_dir(from).expect("the fixture can be listed") {
        let entry = entry.expect("the fixture can be listed");
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to, slug);
        } else if entry.file_name() == "Cargo.toml" {
            let text = fs::read_to_string(&from).expect("the manifest can be read");
            let root = root().to_string_lossy().replace('\\', "/");
            fs::write(&to, text.replace("{{compiled-ai}}", &root).replace("{{copy}}", slug))
                .expect("the manifest can be written");
        } else {
            fs::copy(&from, &to).expect("a file can be copied");
        }
    }
}

/// Every `compiled-ai/<stem>/artifact.rs` is locked for `specs/<stem>.yaml` beside it.
fn lock_all(folder: &Path) {
    for entry in fs::read_dir(folder).expect("the fixture can be listed").flatten() {
        let path = entry.path();
        if !path.is_dir() {
            continue;
        }
        if entry.file_name() != "compiled-ai" {
            lock_all(&path);
            continue;
        }
        for artifact in fs::read_dir(&path).expect("the locks can be listed").flatten() {
            let spec = folder.join("specs").join(artifact.file_name()).with_extension("yaml");
            lock::write(&spec, &artifact.path());
        }
    }
}

fn set_read_only(folder: &Path, read_only: bool) {
    for entry in fs::read_dir(folder).expect("a folder can be listed").flatten() {
        if entry.path().is_symlink() {
            continue;
        }
        if entry.path().is_dir() {
            set_read_only(&entry.path(), read_only);
        } else {
            set_permission(&entry.path(), read_only);
        }
    }
    set_permission(folder, read_only);
}

fn set_permission(path: &Path, read_only: bool) {
    let mut permissions = fs::metadata(path).expect("it is there").permissions();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = permissions.mode();
        permissions.set_mode(if read_only { mode & !0o222 } else { mode | 0o200 });
    }
    #[cfg(not(unix))]
    permissions.set_readonly(read_only);
    fs::set_permissions(path, permissions).expect("permissions can be set");
}
