//! A crate with artifacts can be packaged, and what is packaged builds: what `cargo publish --dry-run` checks, without asking
//! a registry whether the version is taken.

use std::path::Path;
use std::process::Command;

/// The crate with artifacts, and all that it may build with. Nothing builds the compiler, but features of others name it.
const PACKAGES: &[&str] = &[
    "compiled-ai",
    "compiled-ai-macros",
    "compiled-ai-runtime",
    "compiled-ai-core",
    "compiled-ai-build",
    "compiled-ai-compiler",
    "showcase-specs",
];

#[test]
fn a_crate_with_artifacts_builds_from_its_package() {
    // A folder of its own each time, so that nothing is left of an earlier run.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("package-{}", std::process::id()));
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut package = Command::new(env!("CARGO"));
    package
        .args(["package", "--offline", "--allow-dirty", "--no-metadata", "--no-verify", "--target-dir"])
        .arg(&folder);
    package.args(PACKAGES.iter().flat_map(|package| ["--package", package])).current_dir(here);
    run(&mut package);

    // What Cargo would verify, but together, for a user, and without the compiler, which takes minutes.
    let user = folder.join("user");
    std::fs::create_dir_all(user.join("src")).unwrap();
    let mut manifest = "[package]\nname = \"user\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
                        [dependencies]\nshowcase-specs = \"0.1.0\"\n\n[patch.crates-io]\n"
        .to_owned();
    for package in PACKAGES {
        let name = format!("{package}-{}", env!("CARGO_PKG_VERSION"));
        let archive = folder.join("package").join(format!("{name}.crate"));
        run(Command::new("tar").arg("xzf").arg(archive).arg("-C").arg(&folder));
        manifest += &format!("{package} = {{ path = {:?} }}\n", folder.join(name));
    }
    std::fs::write(user.join("Cargo.toml"), manifest).unwrap();
    std::fs::write(user.join("src/lib.rs"), "pub use showcase_specs::*;\n").unwrap();
    std::fs::copy(here.join("Cargo.lock"), user.join("Cargo.lock")).unwrap();
    let mut check = Command::new(env!("CARGO"));
    check.args(["check", "--offline", "--target-dir"]).arg(folder.join("target")).current_dir(&user);
    run(&mut check);
    std::fs::remove_dir_all(&folder).unwrap();

    let mut list = Command::new(env!("CARGO"));
    list.args(["package", "--list", "--offline", "--allow-dirty", "--package", "showcase-specs"]).current_dir(here);
    let list = run(&mut list);
    for file in ["specs/receipt.yaml", "compiled-ai/receipt/lock.toml", "compiled-ai/receipt/artifact.rs"] {
        assert!(list.lines().any(|line| line == file), "{file} is not packaged:\n{list}");
    }
}

/// Runs a command, which must succeed; what it printed.
#[track_caller]
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
