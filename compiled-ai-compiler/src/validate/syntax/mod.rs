//! Stage 2: does the candidate compile?
//!
//! The candidate is compiled twice at the same time: for the sandbox, with overflow checks and without optimisation, because
//! that is quickest to compile; and for the host, optimised and without overflow checks, because that is how a release build
//! of the user's crate will run it. What differs between the two shows in the execution stage.
//!
//! `rustc` runs in a jail: in a folder of its own, with an environment that holds nothing but what a linker needs, within
//! limits of time and memory and, where the system can do that, without files but its own and without network. Where it
//! can't, there is the security stage, which comes first: it lets through no code that could make the compiler read a file
//! or the environment. What it wrote is scanned before anything of it runs.

mod diagnostics;
mod program;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use compiled_ai_core::codes::validation as codes;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::spec::Spec;
use tempfile::TempDir;

use crate::jail::Jail;
use crate::kit::process::{self, Finished, Limits, Stopped};
use crate::kit::{Kit, Libraries, WASM};
use crate::validate::scan;

pub use diagnostics::{CompileError, Related};
pub(crate) use program::{FILE, Program};

/// What compiling one candidate for one target may use. A benign one takes 0.2 GB and under a second.
pub(in crate::validate) const LIMITS: Limits =
    Limits { time: Duration::from_secs(30), memory: Some(2 << 30), output: 4 << 20, file: 256 << 20, forks: true };

/// The functions by which the sandbox calls a candidate; see the harness.
const EXPORTS: [&str; 4] = ["compiled_ai_input", "compiled_ai_call", "compiled_ai_panic", "compiled_ai_reached"];

/// What the host's compiler made of the candidate alone, before it was linked.
const OBJECT: &str = "native/candidate.o";

/// A candidate that compiles.
#[derive(Debug)]
pub struct Built {
    /// The program for the host.
    pub(crate) native: PathBuf,
    pub(crate) program: Program,
    /// What confines that program.
    pub(crate) jail: Jail,
    /// Holds both; removed with this.
    pub(crate) scratch: TempDir,
}

/// What compiling gave. The outer error is trouble with the toolchain, the inner one the candidate's own.
pub type Judged<T> = Result<Result<T, Vec<CompileError>>, Box<Diagnostic>>;

/// Compiles `candidate`, the text that the security stage returned. The module for the sandbox, unoptimised and for validation only,
/// is there long before the program for the host: until then `meanwhile` has it, if the scan found nothing in it.
///
/// # Errors
/// `rustc` can't be run, or can't link.
pub fn compile<T>(
    kit: &Kit,
    spec: &Spec,
    hash: &Hash,
    candidate: &str,
    meanwhile: impl FnOnce(Vec<u8>) -> Result<T, Box<Diagnostic>>,
) -> Judged<(Built, T)> {
    let program = Program::new(spec, hash, candidate);
    let scratch = scratch(&program)?;
    let rustc = |target: Target| -> Judged<()> {
        let command = target.command(kit, &scratch);
        let reach = kit.toolchain.reach(&kit.folder, scratch.path());
        let finished = process::run(&command, &[], LIMITS, &kit.toolchain.jail, &reach)
            .map_err(|error| trouble(&format!("rustc: {error}")))?;
        judge(&finished, kit, &program, &scratch)
    };
    let sandboxed = || -> Judged<T> {
        if let Err(errors) = rustc(Target::Wasm)? {
            return Ok(Err(errors));
        }
        let wasm = read(&scratch, &Target::Wasm.file())?;
        let findings = scan::wasm(&wasm).map_err(|error| unreadable(&error))?;
        if findings.is_empty() { meanwhile(wasm).map(Ok) } else { Ok(Err(reaching_out(&findings))) }
    };
    let native = || -> Judged<()> {
        if let Err(errors) = rustc(Target::Native)? {
            return Ok(Err(errors));
        }
        let findings = scan::native(&read(&scratch, Path::new(OBJECT))?).map_err(|error| unreadable(&error))?;
        Ok(if findings.is_empty() { Ok(()) } else { Err(reaching_out(&findings)) })
    };
    let (made, native) = thread::scope(|scope| {
        let native = scope.spawn(native);
        (sandboxed(), native.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let made = match (made?, native?) {
        (Ok(made), Ok(())) => made,
        (Err(errors), _) | (_, Err(errors)) => return Ok(Err(errors)),
    };
    let native = scratch.path().join(Target::Native.file());
    Ok(Ok((Built { native, program, jail: kit.toolchain.jail.clone(), scratch }, made)))
}

fn read(scratch: &TempDir, file: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    std::fs::read(scratch.path().join(file)).map_err(|error| unreadable(&error))
}

fn unreadable(why: &dyn std::fmt::Display) -> Box<Diagnostic> {
    trouble(&format!("what rustc wrote can't be read: {why}"))
}

fn reaching_out(findings: &[scan::Finding]) -> Vec<CompileError> {
    findings.iter().map(CompileError::reaches_out).collect()
}

/// Compiles an instrumented text of a candidate that compiles, for the sandbox alone and to be measured only. Its errors are
/// those of the instrumentation.
///
/// # Errors
/// `rustc` can't be run, or can't link.
pub(in crate::validate) fn compile_instrumented(kit: &Kit, spec: &Spec, hash: &Hash, text: &str) -> Judged<Vec<u8>> {
    let program = Program::new(spec, hash, text);
    let scratch = scratch(&program)?;
    let command = Target::Wasm.command(kit, &scratch);
    let reach = kit.toolchain.reach(&kit.folder, scratch.path());
    let finished = process::run(&command, &[], LIMITS, &kit.toolchain.jail, &reach)
        .map_err(|error| trouble(&format!("rustc: {error}")))?;
    if let Err(errors) = judge(&finished, kit, &program, &scratch)? {
        return Ok(Err(errors));
    }
    read(&scratch, &Target::Wasm.file()).map(Ok)
}

/// A folder with the program in it.
fn scratch(program: &Program) -> Result<TempDir, Box<Diagnostic>> {
    let fill = |scratch: &Path| {
        for target in [Target::Wasm, Target::Native] {
            std::fs::create_dir(scratch.join(target.folder()))?;
        }
        std::fs::write(scratch.join(FILE), program.text())
    };
    tempfile::Builder::new()
        .prefix("compiled-ai-")
        .tempdir()
        .and_then(|scratch| fill(scratch.path()).map(|()| scratch))
        .map_err(|error| trouble(&format!("no folder to compile in: {error}")))
}

#[derive(Clone, Copy)]
enum Target {
    Wasm,
    Native,
}

impl Target {
    /// Where it goes: each to a folder of its own, since both would give their intermediate files the same names.
    fn folder(self) -> &'static str {
        match self {
            Target::Wasm => "wasm",
            Target::Native => "native",
        }
    }

    fn file(self) -> PathBuf {
        Path::new(self.folder()).join(match self {
            Target::Wasm => "candidate.wasm",
            Target::Native if cfg!(windows) => "candidate.exe",
            Target::Native => "candidate",
        })
    }

    /// `rustc` in the folder `scratch`, where it writes what it makes.
    fn command(self, kit: &Kit, scratch: &TempDir) -> Command {
        let libraries = match self {
            Target::Wasm => &kit.built.wasm,
            Target::Native => &kit.built.native,
        };
        let mut command = kit.toolchain.rustc(scratch.path());
        command.args(["--edition=2024", "--crate-type=bin", "--crate-name=candidate", "--error-format=json"]);
        // Warnings are for people who write code. `--cap-lints` would silence them too, and `forbid(unsafe_code)` with them.
        command.args(["-Awarnings", "-Cdebuginfo=0", FILE, "--out-dir", self.folder()]);
        link(&mut command, libraries);
        match self {
            Target::Wasm => {
                command.args(["--target", WASM, "-Copt-level=0", "-Coverflow-checks=on", "-Cstrip=symbols"]);
                command.args(EXPORTS.map(|name| format!("-Clink-arg=--export={name}")));
            }
            Target::Native => {
                let host = &kit.toolchain.host;
                // One unit, so that one object holds all of the candidate.
                command.args(["--emit=link,obj", "-Ccodegen-units=1"]);
                command.args(["--target", host, "-Copt-level=1", "-Coverflow-checks=off", "-Cstrip=debuginfo"]);
            }
        }
        command
    }
}

pub(in crate::validate) fn link(command: &mut Command, libraries: &Libraries) {
    let joined = |prefix: &str, path: &PathBuf| {
        let mut argument = OsString::from(prefix);
        argument.push(path);
        argument
    };
    command.arg("--extern").arg(joined("compiled_ai_kit=", &libraries.harness));
    command.arg("--extern").arg(joined("compiled_ai_runtime=", &libraries.runtime));
    command.args(libraries.folders.iter().map(|folder| joined("-Ldependency=", folder)));
}

/// What a run of `rustc` says about the candidate, or about the machine.
pub(in crate::validate) fn judge(finished: &Finished, kit: &Kit, program: &Program, scratch: &TempDir) -> Judged<()> {
    if finished.stopped.is_none() && finished.status.success() {
        return Ok(Ok(()));
    }
    let private = [scratch.path(), &kit.folder];
    let read = diagnostics::read(&finished.stderr, program, &private);
    if let Some(linker) = read.linker {
        return Err(Box::new(
            Diagnostic::error(codes::TOOLCHAIN, "the Rust toolchain can't link")
                .note(linker)
                .help("check that a Rust program builds and runs here: `cargo new hello && cd hello && cargo run`"),
        ));
    }
    if !read.errors.is_empty() {
        return Ok(Err(read.errors));
    }
    // No error in words: it was ended, or ended itself. The candidate is what differs from those that compile.
    let why = match finished.stopped {
        Some(Stopped::Time) => format!("compiling it takes longer than {} s", LIMITS.time.as_secs()),
        Some(Stopped::Output) => "the compiler has more to say about it than can be read".to_owned(),
        None if finished.status.code().is_none() => {
            "the compiler crashes on it or runs out of memory (very large or deeply nested types?)".to_owned()
        }
        None => "the compiler refuses it without saying why".to_owned(),
    };
    Ok(Err(vec![CompileError::of_the_whole(why)]))
}

fn trouble(why: &str) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::error(codes::TOOLCHAIN, "a candidate can't be compiled")
            .note(why.to_owned())
            .help("check that `rustc` runs and that the folder for temporary files can be written"),
    )
}
