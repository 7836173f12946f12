//! Calls artifacts that were built for WebAssembly (`target: wasm`), with limits for every call.
//!
//! What is generated for such a spec is called like any other: `fn read(text: &str) -> Result<Receipt, Abstain>`. Behind it stands a
//! [`Host`]: it checks and loads the artifact at the first call, keeps instances that are ready, and puts limits on each call.
//!
//! ```text
//! artifact.wasm ──hash, shape──▶ Module ──▶ Instance, one per thread that calls ──▶ input is written into its memory
//!  (a component)  component.rs   code.rs     instance.rs host.rs                     run, output is read   abi/
//! ```
//!
//! The artifact is a component without imports, which any host of components can call. This host calls the one module in it
//! by the canonical ABI itself: so values go from Rust into the instance's memory and back without types between them, and that
//! memory can be put back to a known state after a call, which costs a fraction of a new instance. See [`Isolation`].

pub mod abi;
#[allow(unsafe_code)]
mod ahead;
mod artifact;
mod code;
mod component;
mod engine;
mod error;
mod host;
mod instance;
mod snapshot;

pub use artifact::Artifact;
#[cfg(feature = "wasm-cranelift")]
pub use code::{Ahead, ahead_key, compile_ahead};
pub use code::{Code, Description};
pub use engine::{Engine, InUse, Isolation, Limits, Settings};
pub use error::{CallError, LoadError, Stopped};
pub use host::Host;
pub use instance::Instance;
