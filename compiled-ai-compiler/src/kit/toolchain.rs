//! The Rust toolchain that compiles candidates: the one that builds the user's crate.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use compiled_ai_core::codes::validation as codes;
use compiled_ai_core::diagnostic::Diagnostic;

use super::Kit;
use crate::jail::{Jail, Reach};

/// The target of the sandbox.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// A toolchain.
#[derive(Debug, Clone)]
pub struct Toolchain {
    /// `rustc` itself rather than rustup's proxy, which needs an environment and 25 ms a call.
    pub(crate) rustc: PathBuf,
    /// What `rustc -vV` says.
    pub(crate) verbose: String,
    /// The host's target triple.
    pub(crate) host: String,
    /// Where its libraries and tools are.
    sysroot: PathBuf,
    /// What confines it.
    pub(crate) jail: Jail,
}

impl Kit {
    /// What confines the compiler and the programs of candidates on this machine.
    pub fn jail(&self) -> &Jail {
        &self.toolchain.jail
    }
}

impl Toolchain {
    /// Finds the toolchain: `$RUSTC`, else `rustc` on the path.
    ///
    /// # Errors
    /// There is none, or it has no standard library for WebAssembly.
    pub(crate) fn find() -> Result<Self, Box<Diagnostic>> {
        let named = std::env::var_os("RUSTC").filter(|name| !name.is_empty()).unwrap_or_else(|| "rustc".into());
        let sysroot = PathBuf::from(ask(&named, &["--print", "sysroot"])?.trim_end());
        let direct = sysroot.join("bin").join(if cfg!(windows) { "rustc.exe" } else { "rustc" });
        let rustc = if direct.is_file() { direct } else { PathBuf::from(&named) };
        let verbose = ask(rustc.as_os_str(), &["-vV"])?;
        let host = verbose.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned();
        if !sysroot.join("lib/rustlib").join(WASM).join("lib").is_dir() {
            return Err(Box::new(
                Diagnostic::error(codes::NO_WASM_TARGET, format!("the Rust toolchain has no target `{WASM}`"))
                    .note(format!("looked in `{}`", sysroot.display()))
                    .help(format!("run `rustup target add {WASM}`")),
            ));
        }
        Ok(Self { rustc, verbose, host, sysroot, jail: Jail::detect() })
    }

    /// The first line of `rustc -vV`: what a lock records.
    pub(crate) fn version(&self) -> &str {
        self.verbose.lines().next().unwrap_or_default()
    }

    /// What a `rustc` may use that compiles in `scratch`, with libraries in `kit`.
    pub(crate) fn reach(&self, kit: &Path, scratch: &Path) -> Reach {
        Reach::compiler(&self.rustc, &self.sysroot, kit, scratch)
    }

    /// A `rustc` with nothing in its environment but what a linker needs.
    pub(crate) fn rustc(&self, scratch: &Path) -> Command {
        /// What linkers read: where programs are, and on macOS and Windows where the system's libraries are.
        const KEPT: &[&str] =
            &["PATH", "SDKROOT", "DEVELOPER_DIR", "SystemRoot", "LIB", "LIBPATH", "INCLUDE", "VSINSTALLDIR", "PATHEXT"];
        let mut command = Command::new(&self.rustc);
        command.env_clear().current_dir(scratch);
        command.envs(KEPT.iter().filter_map(|name| Some((*name, std::env::var_os(name)?))));
        if self.jail.confines_files()
            && let Some(path) = std::env::var_os("PATH")
        {
            command.env("PATH", Reach::path(&path));
        }
        ["TMPDIR", "TEMP", "TMP"].iter().for_each(|name| _ = command.env(name, scratch));
        command
    }

    /// A `cargo` that builds with this `rustc`, whatever an outer cargo has set.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        foreign_variables().iter().for_each(|name| _ = command.env_remove(name));
        command.env("RUSTC", &self.rustc);
        command
    }
}

/// The variables of this process that a cargo for another package must not see.
pub(crate) fn foreign_variables() -> Vec<OsString> {
    std::env::vars_os().map(|(name, _)| name).filter(leaks).collect()
}

/// Whether an environment variable would change what cargo builds: what an outer cargo or a user set for another crate.
/// Where cargo keeps and finds crates stays: that is the user's, and the kit's crates come from there.
fn leaks(name: &OsString) -> bool {
    let Some(name) = name.to_str() else { return false };
    let is_kept = name == "CARGO_HOME"
        || ["CARGO_HTTP_", "CARGO_NET_", "CARGO_REGISTRIES_", "CARGO_REGISTRY_", "CARGO_SOURCE_"]
            .iter()
            .any(|prefix| name.starts_with(prefix));
    let concerns_a_build = name.starts_with("CARGO") || name.starts_with("RUSTC") || name.starts_with("RUSTFLAGS");
    concerns_a_build && !is_kept || name == "RUSTDOCFLAGS" || name == "__CARGO_DEFAULT_LIB_METADATA"
}

fn ask(program: &std::ffi::OsStr, arguments: &[&str]) -> Result<String, Box<Diagnostic>> {
    let failed = |why: String| {
        Box::new(
            Diagnostic::error(codes::NO_RUSTC, format!("`{}` can't be asked for its version", program.display()))
                .note(why)
                .help("install Rust from https://rustup.rs, or set `RUSTC` to the compiler"),
        )
    };
    let Output { status, stdout, stderr } =
        Command::new(program).args(arguments).output().map_err(|error| failed(error.to_string()))?;
    if !status.success() {
        return Err(failed(String::from_utf8_lossy(&stderr).trim_end().to_owned()));
    }
    String::from_utf8(stdout).map_err(|_| failed("its answer is not UTF-8".to_owned()))
}
