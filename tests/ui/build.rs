//! Links the specs of the fixture `basic`, with locks made here.

#[path = "../support/lock.rs"]
mod lock;

use std::path::{Path, PathBuf};

const SPECS: &str = "../fixtures/basic/specs";
const ARTIFACTS: &str = "../fixtures/basic/compiled-ai";

fn main() {
    let locks = PathBuf::from(std::env::var_os("OUT_DIR").expect("Cargo sets OUT_DIR")).join("locks");
    for stem in ["receipt", "shout", "pick"] {
        let folder = locks.join(stem);
        std::fs::create_dir_all(&folder).expect("OUT_DIR is writable");
        let artifact = Path::new(ARTIFACTS).join(stem).join("artifact.rs");
        println!("cargo::rerun-if-changed={}", artifact.display());
        std::fs::copy(artifact, folder.join("artifact.rs")).expect("the fixture has an artifact");
        lock::write(&Path::new(SPECS).join(stem).with_extension("yaml"), &folder);
    }
    println!("cargo::rerun-if-changed=../support/lock.rs");
    compiled_ai_build::Builder::new().specs_dir(SPECS).locks_dir(locks).compile();
}
