//! The build script half of `compiled-ai`: links what is locked for each spec of a crate.
//!
//! ```no_run
//! // build.rs
//! fn main() {
//!     compiled_ai_build::compile("specs")
//! }
//! ```
//!
//! It reads specs and locks and writes to `OUT_DIR`; it needs no network, no key and no model, and writes nowhere else:
//!
//! ```text
//! specs/receipt.yaml                  OUT_DIR/compiled-ai/index                 the specs that there are
//! specs/examples/receipt/*.yaml  ──▶  OUT_DIR/compiled-ai/receipt.facts         what the attribute must know of the spec
//! compiled-ai/receipt/lock.toml       OUT_DIR/compiled-ai/receipt.rs            the module, if the lock fits the spec
//! compiled-ai/receipt/artifact.rs     OUT_DIR/compiled-ai/receipt.wasm          the component, for `target: wasm`
//! compiled-ai/receipt/artifact.wasm   OUT_DIR/compiled-ai/receipt.types.rs      the module's types alone, if it does not fit
//!                                     OUT_DIR/compiled-ai/receipt.diagnostics   why not
//! ```
//!
//! **A bad spec does not fail the build script.** It leaves diagnostics, and `#[compiled_ai::spec]` reports all of them where it
//! stands. So an editor keeps what the other specs generate. What fails the build is what has nothing to do with a spec: a
//! folder that can't be read, a disk that is full.
//!
//! **It generates nothing**, unless it was built with the feature `generate` and is run with `COMPILED_AI=generate`: then it does what
//! `cargo compiled-ai compile` does for the specs that nothing fitting is locked for, with the settings and the budget of
//! `compiled-ai.toml`, and tells what goes on in warnings. Never on docs.rs, offline (`CARGO_NET_OFFLINE`), for rust-analyzer, in a
//! package, or where `CI` is set (unless the word is `generate-in-ci`). Where it does not work out, the compile error says why.
//!
//! Cargo reruns the build script when a file that it read has changed, and otherwise not at all.
#![forbid(unsafe_code)]
// The whole of a build script is what a reader wants to see.
#![allow(clippy::needless_doctest_main)]

mod builder;
mod cargo;
mod facade;
mod facts;
mod fatal;
mod find;
mod generate;
mod memo;
mod one;
mod output;
mod wasm;
mod watch;

pub use builder::Builder;

/// Links what is locked for every spec in `specs`, a folder relative to that of `Cargo.toml`.
///
/// The specs are the files that end in `.yaml` or `.yml` and lie directly in the folder; its subfolders, such as `examples/`,
/// hold other things. What is locked for `specs/receipt.yaml` lies in `compiled-ai/receipt/`. [`Builder`] takes other layouts.
///
/// # Errors
/// Problems of a spec are reported by `#[compiled_ai::spec]`. A folder that can't be read or written fails the build, with a
/// message of Cargo.
pub fn compile(specs: impl AsRef<std::path::Path>) {
    Builder::new().specs_dir(specs).compile();
}
