//! A build with a lock hit brings no HTTP, TLS or wasmtime, and not the compiler.

use std::process::Command;

#[test]
fn the_light_path_is_light() {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--package",
            "receipts",
            "--edges",
            "normal,build",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    let crates: std::collections::BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains("compiled-ai-build") && crates.contains("compiled-ai-runtime"), "{crates:?}");
    let heavy = [
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
    let found: Vec<_> = heavy.iter().filter(|name| crates.contains(*name)).collect();
    assert!(found.is_empty(), "the light path holds {found:?}");
}
