//! What generated code has in front of a component, for each showcase spec: `benches/wasm.rs` calls components through it. The
//! components themselves are built there, when it runs.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use compiled_ai_core::emit::{self, WasmCode};
use compiled_ai_core::files::Disk;
use compiled_ai_core::spec::Target;
use compiled_ai_core::{hash, load};

const STEMS: [&str; 4] = ["prior_authorization", "order_summary", "address", "receipt"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=COMPILED_AI_BENCH_TARGET={}", env::var("TARGET").unwrap_or_default());
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/specs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no `OUT_DIR`"))?);
    println!("cargo::rerun-if-changed={}", specs.display());
    // There is no component yet, and no host is loaded with what lies here.
    fs::write(out.join("nothing.wasm"), "")?;
    let code =
        WasmCode { path: "::core::concat!(::core::env!(\"OUT_DIR\"), \"/nothing.wasm\")", hash: "", ahead: None };
    for stem in STEMS {
        let loaded = load::load(&Disk, &specs.join(format!("{stem}.yaml")), stem);
        let mut spec =
            loaded.spec.ok_or_else(|| io::Error::other(format!("`{stem}.yaml`: {:?}", loaded.diagnostics)))?;
        spec.target = Target::Wasm;
        let module = emit::wasm_module(&spec, &hash::spec(&spec), &code, "::compiled_ai");
        fs::write(out.join(format!("{stem}.rs")), module)?;
    }
    Ok(())
}
