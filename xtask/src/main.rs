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
