//! A crate with artifacts can be packaged, and what is packaged builds: what `cargo publish --dry-run` checks, without asking
//! a registry whether the version is taken.

use std::path::Path;
use std::process::Command;

const PACKAGES: &[&str] = &[
    "compiled-ai",
    "compiled-ai-macros",
    "compiled-ai-runtime",
    "compiled-ai-core",
    "compiled-ai-build",
    "showcase-specs",
];

#[test]
fn a_crate_with_artifacts_builds_from_its_package() {
    // A folder of its own each time: Cargo unpacks what it verifies once for each name, version and folder.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("package-{}", std::process::id()));
    let mut command = Command::new(env!("CARGO"));
    command.args(["package", "--offline", "--allow-dirty", "--no-metadata", "--target-dir"]).arg(&target);
    command.args(PACKAGES.iter().flat_map(|package| ["--package", package]));
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}");
    std::fs::remove_dir_all(&target).unwrap();
    let list = Command::new(env!("CARGO"))
        .args(["package", "--list", "--offline", "--allow-dirty", "--package", "showcase-specs"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let list = String::from_utf8(list.stdout).unwrap();
    for file in ["specs/receipt.yaml", "compiled-ai/receipt/lock.toml", "compiled-ai/receipt/artifact.rs"] {
        assert!(list.lines().any(|line| line == file), "{file} is not packaged:\n{list}");
    }
}
