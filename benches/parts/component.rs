//! The components of the showcase specs, which are locked as Rust: built from what is locked, as `compile` would.

use std::io;
use std::path::Path;

use compiled_ai::wasm::{Ahead, compile_ahead};
use compiled_ai_compiler::cache;
use compiled_ai_compiler::kit::{Kit, KitSource, Origin};
use compiled_ai_compiler::validate::component;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::files::Disk;
use compiled_ai_core::spec::Target;
use compiled_ai_core::{hash, hit, load};

/// The target of this build, as Cargo names it.
const TARGET: &str = env!("COMPILED_AI_BENCH_TARGET");

/// A component, and machine code of it.
pub(crate) struct Component {
    pub(crate) stem: &'static str,
    pub(crate) has_patterns: bool,
    pub(crate) bytes: Vec<u8>,
    pub(crate) ahead: Ahead,
}

/// Builds all of them. The kit is built too, where it is not there: a minute.
pub(crate) fn all() -> io::Result<Vec<Component>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or_else(|| io::Error::other("no workspace"))?;
    let source = KitSource {
        runtime: Origin::Path(root.join("compiled-ai-runtime")),
        lock: Some(std::fs::read_to_string(root.join("Cargo.lock"))?),
    };
    let (cache, progress) = (cache::folder()?, &mut |what: &str| eprintln!("{what}"));
    let kit = Kit::prepare(&source, &cache, true, progress)
        .and_then(|kit| kit.with_components(&source, &cache, true, progress))
        .map_err(|why| trouble(&why))?;
    let build = |stem| {
        let krate = root.join("specs");
        let path = krate.join(format!("specs/{stem}.yaml"));
        let mut spec = load::load(&Disk, &path, stem).spec.ok_or_else(|| io::Error::other("a spec can't be read"))?;
        let hit = hit::look_up(&Disk, &hit::folder(&krate, &path), &spec, stem).map_err(|why| trouble(&why))?;
        spec.target = Target::Wasm;
        let bytes = component::build(&kit, &spec, &hash::spec(&spec), &hit.artifact).map_err(|why| trouble(&why))?;
        let ahead = compile_ahead(&bytes, TARGET).map_err(io::Error::other)?;
        Ok(Component { stem, has_patterns: hit.artifact.contains("regex!"), bytes, ahead })
    };
    ["prior_authorization", "order_summary", "address", "receipt"].into_iter().map(build).collect()
}

fn trouble(diagnostic: &Diagnostic) -> io::Error {
    io::Error::other(format!("{}: {}", diagnostic.message, diagnostic.notes.join("; ")))
}
