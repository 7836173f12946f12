//! A build with a lock hit brings no HTTP, TLS or wasmtime, and not the compiler.

use std::collections::BTreeSet;
use std::process::Command;

/// What a hit needs none of.
const HEAVY: &[&str] = &[
    "compiled-ai-compiler",
    "wasmtime",
    "cranelift-codegen",
    "wasmparser",
    "rustls",
    "openssl",
    "ureq",
    "reqwest",
    "hyper",
    "tokio",
    "ring",
];

#[test]
fn the_light_path_is_light() {
    let crates = crates(&["--package", "receipts"]);
    assert!(crates.contains("compiled-ai-build") && crates.contains("compiled-ai-runtime"), "{crates:?}");
    let found: Vec<_> = HEAVY.iter().filter(|name| crates.contains(**name)).collect();
    assert!(found.is_empty(), "the light path holds {found:?}");
}

#[test]
fn what_generates_in_a_build_asks_for_the_compiler() {
    let without = crates(&["--package", "compiled-ai-build"]);
    let found: Vec<_> = HEAVY.iter().filter(|name| without.contains(**name)).collect();
    assert!(found.is_empty(), "the build script's crate holds {found:?}");
    let with = crates(&["--package", "compiled-ai-build", "--features", "generate"]);
    assert!(with.contains("compiled-ai-compiler"), "{with:?}");
}

/// The names of all crates that Cargo would build.
fn crates(selection: &[&str]) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--edges", "normal,build", "--prefix", "none", "--format", "{p}"])
        .args(selection)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}
