//! Which files a confined program may use.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Files and folders, with all that is in them. What does not exist is as if it were not named.
#[derive(Debug, Clone, Default)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "nothing confines files there"))]
pub(crate) struct Reach {
    pub(crate) read: Vec<PathBuf>,
    /// To be read as well.
    pub(crate) execute: Vec<PathBuf>,
    /// To be read as well, and never executed.
    pub(crate) write: Vec<PathBuf>,
}

/// Where a linker and what it runs live. The stores are where Nix and Guix keep every program and library.
const PROGRAMS: &[&str] = &[
    "/bin",
    "/usr/bin",
    "/usr/local/bin",
    "/lib",
    "/lib32",
    "/lib64",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/libexec",
    "/usr/local/lib",
    "/usr/local/lib64",
    "/usr/local/libexec",
    "/nix/store",
    "/gnu/store",
    "/run/current-system/sw/bin",
];

/// Where the loader of a program looks for its libraries.
const LIBRARIES: &[&str] =
    &["/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/nix/store", "/gnu/store"];

/// What the loader, and a linker that looks where the loader would, read beside libraries.
const LOADER: &[&str] = &[
    "/etc/ld.so.cache",
    "/etc/ld.so.preload",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/ld-musl-x86_64.path",
    "/etc/ld-musl-aarch64.path",
];

/// What runs `ulimit`, see `kit::process`.
pub(crate) const SHELL: &str = "/bin/sh";

/// What programs throw away.
const NOTHING: &str = "/dev/null";

impl Reach {
    /// Of a compiler: its sysroot and itself, the libraries in `kit`, the system's linker and libraries; it writes `scratch`.
    pub(crate) fn compiler(rustc: &Path, sysroot: &Path, kit: &Path, scratch: &Path) -> Self {
        let mut execute: Vec<PathBuf> = PROGRAMS.iter().map(PathBuf::from).collect();
        execute.extend([sysroot.join("bin"), sysroot.join("lib"), sysroot.join("lib64")]);
        execute.extend(located(rustc));
        let mut read: Vec<PathBuf> = LOADER.iter().map(PathBuf::from).collect();
        read.push(kit.to_owned());
        Self { read, execute, write: vec![scratch.to_owned(), NOTHING.into()] }
    }

    /// Of a candidate's program: the libraries that its loader links, and nothing to write.
    pub(crate) fn program(program: &Path) -> Self {
        let read = LIBRARIES.iter().chain(LOADER).map(PathBuf::from).collect();
        let mut execute = vec![program.to_owned(), SHELL.into()];
        execute.extend(loaders());
        Self { read, execute, write: vec![NOTHING.into()] }
    }

    /// The entries of a `PATH` that a compiler can use: the others would only tell a candidate what folders there are.
    pub(crate) fn path(path: &OsString) -> OsString {
        let is_used = |entry: &PathBuf| PROGRAMS.iter().any(|folder| entry.starts_with(folder));
        // What was split can be joined.
        std::env::join_paths(std::env::split_paths(path).filter(is_used)).unwrap_or_default()
    }
}

/// The file that stands for `program`, which may be a bare name.
fn located(program: &Path) -> Option<PathBuf> {
    if program.components().count() > 1 {
        return Some(program.to_owned());
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The system's loaders: a program that is linked dynamically is executed by one of them.
fn loaders() -> Vec<PathBuf> {
    let folders = ["/lib", "/lib64", "/usr/lib", "/usr/lib64"].map(PathBuf::from);
    let beside = |folder: &PathBuf| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let is_loader = |name: &str| {
            (name.starts_with("ld-linux") || name.starts_with("ld-musl") || name.starts_with("ld64"))
                && name.contains(".so")
        };
        entries.filter(move |entry| entry.file_name().to_str().is_some_and(is_loader)).map(|entry| entry.path())
    };
    let mut loaders: Vec<PathBuf> = folders.iter().flat_map(beside).collect();
    // There every package has a loader of its own version.
    loaders.extend(["/nix/store", "/gnu/store"].map(PathBuf::from));
    loaders
}
