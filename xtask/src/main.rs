//! Chores of this workspace: `cargo xtask` lists them.

use std::process::{Command, ExitCode, Stdio};

/// A chore's name, what it is for, and what it does.
type Chore = (&'static str, &'static str, fn() -> Result<(), String>);

const CHORES: &[Chore] = &[
    ("test", "add the wasm32-unknown-unknown target if it is missing, then run all tests", test),
    ("hosts", "call a component from Node and from Python, with packages from npm and PyPI", hosts),
    ("lint", "cargo fmt --check and clippy, warnings refused", lint),
    ("schema", "write compiled-ai-core/spec.schema.json anew", schema),
    ("gate-table", "measure what each layer of the gate contributes, and write it into docs/gate.md", gate_table),
    ("fuzz", "fuzz the gate for an hour, or for as many seconds as are given (needs cargo-fuzz)", fuzz),
    ("gate-speed", "measure how long the gate takes for the slowest texts, in a release build", gate_speed),
];

fn main() -> ExitCode {
    let wanted = std::env::args().nth(1);
    let Some((_, _, chore)) = CHORES.iter().find(|(name, _, _)| Some(*name) == wanted.as_deref()) else {
        CHORES.iter().for_each(|(name, purpose, _)| eprintln!("cargo xtask {name:<10} {purpose}"));
        return ExitCode::from(2);
    };
    match chore() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn test() -> Result<(), String> {
    let sysroot = output("rustc", &["--print", "sysroot"])?;
    let target = std::path::Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown");
    if !target.is_dir() {
        run("rustup", &["target", "add", "wasm32-unknown-unknown"])?;
    }
    // Everything the lock names, for other targets too: tests vendor it and build kits without a network.
    cargo(&["fetch", "--locked"])?;
    cargo(&["test", "--workspace", "--all-features"])
}

fn hosts() -> Result<(), String> {
    // The same features as everywhere, so that nothing is compiled again.
    cargo(&["test", "--workspace", "--all-features", "--test", "hosts", "--", "--include-ignored", "--nocapture"])
}

fn lint() -> Result<(), String> {
    cargo(&["fmt", "--all", "--check"])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"])
}

fn schema() -> Result<(), String> {
    let text = output("cargo", &["run", "--quiet", "--package", "compiled-ai-core", "--example", "schema"])?;
    std::fs::write("compiled-ai-core/spec.schema.json", text).map_err(|error| error.to_string())
}

/// Everything between the two markers of `docs/gate.md` is replaced by what was measured.
fn gate_table() -> Result<(), String> {
    const FILE: &str = "docs/gate.md";
    const START: &str = "<!-- measured: cargo xtask gate-table -->\n";
    const END: &str = "<!-- end of measured -->";
    let page = std::fs::read_to_string(FILE).map_err(|error| format!("`{FILE}`: {error}"))?;
    let markers = page.split_once(START).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = markers.ok_or_else(|| format!("`{FILE}` has lost its markers"))?;
    let arguments = ["run", "--quiet", "--package", "compiled-ai-compiler", "--example", "gate_table"];
    let table = output("cargo", &arguments)?;
    std::fs::write(FILE, format!("{before}{START}\n{table}\n{END}{after}")).map_err(|error| error.to_string())
}

/// The gate is built without the rest of the compiler, in the folder of the fuzzer.
fn gate_speed() -> Result<(), String> {
    cargo(&["run", "--quiet", "--release", "--manifest-path", "fuzz/Cargo.toml", "--bin", "gate-speed"])
}

/// What it finds is in `fuzz/artifacts`; what it keeps, in `fuzz/target/corpus`. The smallest texts of that replace the corpus of the
/// repository.
fn fuzz() -> Result<(), String> {
    const CASES: &str = "compiled-ai-compiler/tests/gate";
    let seconds = std::env::args().nth(2).unwrap_or_else(|| "3600".to_owned());
    let seconds = seconds.parse::<u32>().map_err(|error| format!("`{seconds}`: {error}"))?;
    // The gate is safe code, so that no sanitizer is needed. Instrumentation is unstable, and `cfg(fuzzing)` takes the positions
    // out of `proc_macro2`.
    let built = Command::new("cargo")
        .args(["fuzz", "build", "gate", "--sanitizer", "none", "--no-cfg-fuzzing"])
        .env("RUSTC_BOOTSTRAP", "1")
        .status();
    if !built.map_err(|error| format!("`cargo fuzz`: {error}"))?.success() {
        return Err("the target was not built; `cargo install cargo-fuzz` if that is missing".to_owned());
    }
    let targets = std::fs::read_dir("fuzz/target").map_err(|error| error.to_string())?.flatten();
    let program = targets.map(|entry| entry.path().join("release/gate")).find(|program| {
        // Beside the folders of other builds, which have no such program.
        program.is_file()
    });
    let program = program.ok_or("cargo-fuzz has built nothing")?;
    let program = program.to_str().ok_or("a folder whose name is no text")?;
    for folder in ["fuzz/target/corpus", "fuzz/target/smallest", "fuzz/artifacts"] {
        std::fs::create_dir_all(folder).map_err(|error| format!("`{folder}`: {error}"))?;
    }
    let (hostile, benign) = (format!("{CASES}/hostile"), format!("{CASES}/benign"));
    let time = format!("-max_total_time={seconds}");
    let limits = [&*time, "-max_len=131072", "-timeout=60", "-report_slow_units=5", "-rss_limit_mb=2048"];
    let others = ["-dict=fuzz/rust.dict", "-artifact_prefix=fuzz/artifacts/", "-print_final_stats=1"];
    run(program, &[&["fuzz/target/corpus", "fuzz/corpus/gate", &hostile, &benign][..], &limits, &others].concat())?;
    // By what is reached, not by how often: the rest is found again in minutes.
    let merge = ["-merge=1", "-use_counters=0", "-max_len=4096", "fuzz/target/smallest"];
    run(program, &[&merge[..], &["fuzz/corpus/gate", "fuzz/target/corpus"]].concat())?;
    keep_smallest("fuzz/target/smallest", "fuzz/corpus/gate").map_err(|error| format!("`fuzz/corpus/gate`: {error}"))
}

/// Replaces the files of `to` by the smallest of `from`, up to a number of bytes that a repository can bear.
fn keep_smallest(from: &str, to: &str) -> std::io::Result<()> {
    const MOST: u64 = 100_000;
    for entry in std::fs::read_dir(to)? {
        std::fs::remove_file(entry?.path())?;
    }
    let mut files = vec![];
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        files.push((entry.metadata()?.len(), entry.path(), entry.file_name()));
    }
    files.sort();
    let mut bytes = 0;
    for (length, path, name) in files {
        bytes += length;
        if bytes <= MOST {
            std::fs::copy(&path, std::path::Path::new(to).join(name))?;
        }
        std::fs::remove_file(path)?;
    }
    Ok(())
}

fn cargo(arguments: &[&str]) -> Result<(), String> {
    run("cargo", arguments)
}

fn run(program: &str, arguments: &[&str]) -> Result<(), String> {
    eprintln!("$ {program} {}", arguments.join(" "));
    let status = Command::new(program).args(arguments).status().map_err(|error| format!("`{program}`: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{program} {}` ended with {status}", arguments.join(" "))) }
}

fn output(program: &str, arguments: &[&str]) -> Result<String, String> {
    let mut command = Command::new(program);
    let output = command.args(arguments).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("`{program}`: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{program} {}` ended with {}", arguments.join(" "), output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}
