//! **Describe a function in YAML, with examples. A language model writes the Rust once; it is checked, locked in your repository,
//! reviewed like any code, and linked.** The program you ship calls a plain function: no model, no network, no key, the same
//! answer every time.
//!
//! # A quick tour
//!
//! What the function must do, in `specs/receipt.yaml`:
//!
//! ```yaml
//! spec: 1
//! name: read_receipt
//! about: Read the date and the amount due of a shop receipt.
//! input:
//!   text: string
//! output:
//!   date: date?
//!   total: decimal
//! rules:
//!   - total is the amount due after rounding.
//!   - Without a readable total, abstain with field `total`.
//! ensures:
//!   - total >= 0
//! examples: examples/receipt/*.yaml
//! accuracy: { at_least: 95%, held_out: 30% }
//! ```
//!
//! Have it written, checked on the examples, and locked in `compiled-ai/receipt/`. This is the only step that asks a model. Commit
//! what it writes:
//!
//! ```console
//! $ cargo compiled-ai compile specs/receipt.yaml
//! $ git add compiled-ai/receipt
//! ```
//!
//! Link it. A build reads the spec and the lock, and nothing else:
//!
//! ```toml
//! [dependencies]
//! compiled-ai = "0.1"
//!
//! [build-dependencies]
//! compiled-ai-build = "0.1"
//! ```
//!
//! ```ignore
//! // build.rs
//! fn main() {
//!     compiled_ai_build::compile("specs")
//! }
//! ```
//!
//! And call it:
//!
//! ```ignore
//! use compiled_ai::Abstain;
//!
//! /// Reads a receipt.
//! #[compiled_ai::spec("receipt.yaml")]
//! pub fn read_receipt(text: &str) -> Result<Receipt, Abstain>;
//!
//! fn main() {
//!     match read_receipt("CORNER SHOP SDN BHD\nTOTAL RM 12.50") {
//!         Ok(receipt) => println!("{}", receipt.total),
//!         Err(abstain) => println!("{abstain}"),
//!     }
//! }
//! ```
//!
//! # What a build does
//!
//! With a lock that fits the spec, a build is offline, needs no key, and gives the same code on every machine. What decides whether
//! a lock fits is the *meaning* of the spec with its examples: comments, formatting and the order of keys do not count. When
//! it does not fit, the build stops at the attribute and names the command to run; it never asks a model by itself.
//!
//! # WebAssembly
//!
//! A spec that says `target: wasm` is called in the same way; behind the function stands a component, with limits for each call. It
//! needs the feature `wasm-cranelift`, or the feature `wasm` together with the feature `wasm-aot` of `compiled-ai-build`. The form
//! with a module has two functions more: `try_run`, with typed errors, and `host`, which loads and replaces the component.
//!
//! # What generated code may do
//!
//! It is a pure function of its input. It may call the [`kit`], and nothing else: no files, network, clock, randomness, global state or
//! `unsafe`. Where the input does not say, it declines to answer with [`Abstain`].
#![no_std]
#![forbid(unsafe_code)]

#[doc(hidden)]
pub use compiled_ai_runtime::__private;
#[cfg(feature = "wasm")]
pub use compiled_ai_runtime::wasm;
pub use compiled_ai_runtime::{Abstain, Bytes, CompiledFn, Date, DateTime, Decimal, Time, kit};

/// Links the function that was compiled from a spec.
///
/// The argument names the spec's file below the folder that `build.rs` gives to `compiled_ai_build::compile`. The attribute never
/// asks a model: it includes what the build script left in `OUT_DIR`, or reports why there is nothing to include.
///
/// # On a function without a body
///
/// ```ignore
/// use compiled_ai::Abstain;
///
/// #[compiled_ai::spec("receipt.yaml")]
/// pub fn read_receipt(text: &str) -> Result<Receipt, Abstain>;
/// ```
///
/// * Parameters are matched with the spec's `input:` by name, in any order. They are borrowed: a `string` is `&str`, a `[T]` is
///   `&[T]`, a record `R` is `&R`.
/// * If the spec's `output:` is written as fields, the record that it becomes gets the name in the return type (here `Receipt`).
///   Otherwise the return type is the one that the spec names.
/// * The other named types of the spec come into scope under their own names, as visible as the function.
/// * Documentation, attributes and visibility are kept. Without documentation, the spec's `about` is used.
///
/// # On an empty module
///
/// ```ignore
/// #[compiled_ai::spec("receipt.yaml")]
/// pub mod receipt {}
/// ```
///
/// gives all that is generated: `receipt::Input` (borrowed), `OwnedInput`, `Output`, the named types, `run`, `SPEC` (the name with
/// the first digits of the spec's hash) and `Function`, which implements [`CompiledFn`].
///
/// # Options
///
/// * `on_abstain = path::of::a_function`: what to call where the function abstains, if the spec says `on_abstain: call`. It takes
///   the parameters in the order of the function, then the [`Abstain`], and returns what the function returns. (Where the spec
///   says `on_abstain: { default: … }`, the function returns the output itself, without `Result`.)
/// * `export = false`: bring only the output into scope, for two specs with a type of the same name in one module.
///
/// # Errors
///
/// Every difference between the function and its spec, and everything that is wrong with the spec or its lock, is a compile error
/// with a code; `cargo compiled-ai explain CAI0312` explains it.
pub use compiled_ai_macros::spec;
