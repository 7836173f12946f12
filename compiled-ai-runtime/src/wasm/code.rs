//! From the bytes of an artifact to a module that the engine can run.

use std::fmt::Write as _;
use std::format;
use std::string::{String, ToString as _};

use sha2::{Digest as _, Sha256};
use wasmtime::Module;

use super::component::Component;
use super::engine::Engine;
use super::{LoadError, ahead};

/// What a program knows of an artifact since it was built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Description {
    /// The function's name and the first digits of its spec's hash: `read_receipt@1b2e5d0c9f3a`.
    pub name: &'static str,
    /// The hash of the spec: `sha256:` and 64 digits.
    pub spec: &'static str,
    /// The hash of the interface that the artifact must have, as WIT.
    pub wit: &'static str,
    /// The name under which the function is exported: `compiled-ai:read-receipt/function#run`.
    pub export: &'static str,
}

/// The code of an artifact, as it is part of a program.
#[derive(Debug, Clone, Copy)]
pub enum Code {
    /// A component, to be compiled at the first call.
    Component {
        /// The component.
        bytes: &'static [u8],
        /// Its hash, as it was locked.
        hash: &'static str,
    },
    /// Machine code that [`compile_ahead`] made in the same build. Bytes from anywhere else must not be put here: that their hash
    /// is right is all that is checked before they are run.
    Ahead {
        /// The machine code.
        bytes: &'static [u8],
        /// Its hash.
        hash: &'static str,
        /// [`Ahead::keeps_state_in_memory`].
        keeps_state_in_memory: bool,
    },
}

/// Bytes whose hash is the one that they must have.
#[derive(Clone, Copy)]
pub(crate) struct Verified<'a>(&'a [u8]);

impl<'a> Verified<'a> {
    /// Compares the hash. Nothing has looked at the bytes before.
    pub(crate) fn new(bytes: &'a [u8], expected: &str) -> Result<Self, LoadError> {
        let found = hash(bytes);
        match found == expected {
            true => Ok(Self(bytes)),
            false => Err(LoadError::Hash { expected: expected.into(), found }),
        }
    }

    pub(crate) fn bytes(self) -> &'a [u8] {
        self.0
    }
}

/// A module, ready to be instantiated.
pub(crate) struct Loaded {
    pub(crate) module: Module,
    pub(crate) keeps_state_in_memory: bool,
}

/// Loads the code of a program.
pub(crate) fn load(engine: &Engine, code: Code, description: &Description) -> Result<Loaded, LoadError> {
    match code {
        Code::Component { bytes, hash } => compile(engine, Verified::new(bytes, hash)?, description),
        Code::Ahead { bytes, hash, keeps_state_in_memory } => {
            let verified = Verified::new(bytes, hash)?;
            let module =
                ahead::load(engine.engine(), verified).map_err(|error| LoadError::Ahead(format!("{error:#}")))?;
            checked(Loaded { module, keeps_state_in_memory })
        }
    }
}

/// Compiles a component.
pub(crate) fn compile(engine: &Engine, code: Verified<'_>, description: &Description) -> Result<Loaded, LoadError> {
    let component = Component::parse(code.bytes())?;
    if component.spec != description.spec {
        return Err(LoadError::OtherSpec { expected: description.spec.into(), found: component.spec.into() });
    }
    if component.wit != description.wit {
        let why = format!("the hash of its WIT is {}, not {}", component.wit, description.wit);
        return Err(LoadError::OtherTypes { why });
    }
    let module = module(engine.engine(), component.module)?;
    checked(Loaded { module, keeps_state_in_memory: component.keeps_state_in_memory })
}

/// What an ahead-of-time compilation gives.
#[cfg(feature = "wasm-cranelift")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// Machine code.
    pub code: std::vec::Vec<u8>,
    /// Its hash.
    pub hash: String,
    /// Whether all state of an instance is in its memory, so that putting back the memory isolates calls.
    pub keeps_state_in_memory: bool,
}

/// Compiles a component ahead of time, for the machine that `target` names as Cargo does (`x86_64-unknown-linux-gnu`).
///
/// The code runs on every machine of that sort: it uses nothing that only some have.
///
/// # Errors
/// It is not a component that compiled-ai made, or the target is unknown.
#[cfg(feature = "wasm-cranelift")]
pub fn compile_ahead(component: &[u8], target: &str) -> Result<Ahead, LoadError> {
    let engine = engine_for(target)?;
    let component = Component::parse(component)?;
    let code = engine
        .precompile_module(component.module)
        .map_err(|error| LoadError::Shape(format!("its module is not valid: {error:#}")))?;
    Ok(Ahead { hash: hash(&code), code, keeps_state_in_memory: component.keeps_state_in_memory })
}

/// What decides, beside the component, which code [`compile_ahead`] makes: the version of the engine, its settings and the target, as
/// a word. Where it differs, code that was made before does not fit.
///
/// # Errors
/// The target is unknown.
#[cfg(feature = "wasm-cranelift")]
pub fn ahead_key(target: &str) -> Result<String, LoadError> {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};

    let mut hasher = DefaultHasher::new();
    engine_for(target)?.precompile_compatibility_hash().hash(&mut hasher);
    Ok(format!("{target}:{:016x}", hasher.finish()))
}

#[cfg(feature = "wasm-cranelift")]
fn engine_for(target: &str) -> Result<wasmtime::Engine, LoadError> {
    let machine = |error: wasmtime::Error| LoadError::Machine(format!("{error:#}"));
    let mut config = super::engine::config();
    config.target(target).map_err(machine)?;
    wasmtime::Engine::new(&config).map_err(machine)
}

/// The hash as locks write it.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold("sha256:".to_string(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(feature = "wasm-cranelift")]
fn module(engine: &wasmtime::Engine, bytes: &[u8]) -> Result<Module, LoadError> {
    Module::from_binary(engine, bytes).map_err(|error| LoadError::Shape(format!("its module is not valid: {error:#}")))
}

#[cfg(not(feature = "wasm-cranelift"))]
fn module(_: &wasmtime::Engine, _: &[u8]) -> Result<Module, LoadError> {
    Err(LoadError::NoCompiler)
}

/// Whatever the sections say: a module that wants something from outside is not loaded.
fn checked(loaded: Loaded) -> Result<Loaded, LoadError> {
    if let Some(import) = loaded.module.imports().next() {
        return Err(LoadError::Shape(format!("it imports `{}`", import.name())));
    }
    Ok(loaded)
}
