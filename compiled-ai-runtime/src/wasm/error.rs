//! What can go wrong with an artifact, typed.

use std::borrow::Cow;
use std::fmt;
use std::string::String;
use std::sync::Arc;

use crate::Abstain;

/// Why a call gave no output.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum CallError {
    /// The function itself declined to answer.
    Abstain(Abstain),
    /// It did not end before its deadline.
    Deadline,
    /// It asked for more memory than it may have.
    Memory,
    /// It recursed too deeply.
    Stack,
    /// It panicked, or did what WebAssembly forbids; says what.
    Trap(String),
    /// Its answer is not one of the spec's types; says why.
    Answer(Cow<'static, str>),
    /// It could not be loaded, so that no call can succeed.
    Load(Arc<LoadError>),
}

/// Who or what stopped a call that did not end by itself: what is machine-readable in the [`Abstain`] that a plain call returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stopped {
    /// See [`CallError::Deadline`].
    Deadline,
    /// See [`CallError::Memory`].
    Memory,
    /// See [`CallError::Stack`].
    Stack,
    /// See [`CallError::Trap`].
    Trap,
    /// See [`CallError::Answer`].
    Answer,
    /// See [`CallError::Load`].
    Load,
}

impl Stopped {
    const ALL: [Self; 6] = [Self::Deadline, Self::Memory, Self::Stack, Self::Trap, Self::Answer, Self::Load];

    /// What stopped the call that returned `abstain`; `None` if the function declined by itself.
    ///
    /// ```
    /// use compiled_ai_runtime::{Abstain, wasm::{CallError, Stopped}};
    ///
    /// let abstain = Abstain::from(CallError::Deadline);
    /// assert_eq!(abstain.to_string(), "abstained: stopped by the host: its deadline has passed");
    /// assert_eq!(Stopped::of(&abstain), Some(Stopped::Deadline));
    /// assert_eq!(Stopped::of(&Abstain::new("no total")), None);
    /// ```
    pub fn of(abstain: &Abstain) -> Option<Self> {
        // The reason of `Load` goes on with what is wrong.
        let is_of = |stopped: &Self| match stopped {
            Self::Load => abstain.reason.starts_with(stopped.reason()),
            _ => abstain.reason == stopped.reason(),
        };
        Self::ALL.into_iter().find(|stopped| abstain.field.is_none() && is_of(stopped))
    }

    fn reason(self) -> &'static str {
        match self {
            Self::Deadline => "stopped by the host: its deadline has passed",
            Self::Memory => "stopped by the host: it asked for too much memory",
            Self::Stack => "stopped by the host: it recursed too deeply",
            Self::Trap => "stopped by the host: it panicked",
            Self::Answer => "stopped by the host: its answer is not one of the spec's types",
            Self::Load => "stopped by the host: its artifact can't be loaded",
        }
    }
}

impl CallError {
    /// What stopped the call; `None` if the function declined by itself.
    pub fn stopped(&self) -> Option<Stopped> {
        Some(match self {
            Self::Abstain(_) => return None,
            Self::Deadline => Stopped::Deadline,
            Self::Memory => Stopped::Memory,
            Self::Stack => Stopped::Stack,
            Self::Trap(_) => Stopped::Trap,
            Self::Answer(_) => Stopped::Answer,
            Self::Load(_) => Stopped::Load,
        })
    }
}

impl From<CallError> for Abstain {
    /// What a plain call returns, whose signature knows only [`Abstain`]; [`Stopped::of`] tells the two apart again.
    fn from(error: CallError) -> Self {
        match (error.stopped(), error) {
            (_, CallError::Abstain(abstain)) => abstain,
            (Some(stopped), CallError::Load(why)) => Abstain::new(std::format!("{}: {why}", stopped.reason())),
            (Some(stopped), _) => Abstain::new(stopped.reason()),
            (None, error) => Abstain::new(std::format!("{error}")),
        }
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.stopped()) {
            (Self::Abstain(abstain), _) => abstain.fmt(f),
            (Self::Trap(what), Some(stopped)) => write!(f, "{}: {what}", stopped.reason()),
            (Self::Answer(why), Some(stopped)) => write!(f, "{}: {why}", stopped.reason()),
            (Self::Load(why), Some(stopped)) => write!(f, "{}: {why}", stopped.reason()),
            (_, stopped) => f.write_str(stopped.map_or("", Stopped::reason)),
        }
    }
}

impl std::error::Error for CallError {}

/// Why an artifact can't be loaded. What was loaded before stays in use.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum LoadError {
    /// A file can't be read.
    Read {
        /// The file.
        path: String,
        /// Why.
        why: String,
    },
    /// `lock.toml` is not one, or says nothing of an artifact for WebAssembly.
    Lock {
        /// The file.
        path: String,
        /// Why.
        why: String,
    },
    /// The bytes are not those that were locked or built.
    Hash {
        /// What was locked or built.
        expected: String,
        /// What was found.
        found: String,
    },
    /// The artifact was made for another spec, or another state of this one.
    OtherSpec {
        /// The spec that the program was built with, as `name@hash`.
        expected: String,
        /// The spec that the artifact was made for.
        found: String,
    },
    /// The artifact passes values in another form than the program expects.
    OtherTypes {
        /// What differs.
        why: String,
    },
    /// The artifact is not a component of the form that compiled-ai makes.
    Shape(String),
    /// The program has no compiler for WebAssembly.
    NoCompiler,
    /// The code that was compiled ahead of time is not for this version or machine.
    Ahead(String),
    /// The machine refuses what WebAssembly needs, such as address space or a thread.
    Machine(String),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { path, why } => write!(f, "`{path}` can't be read: {why}"),
            Self::Lock { path, why } => write!(f, "`{path}` is no lock of a wasm artifact: {why}"),
            Self::Hash { expected, found } => {
                write!(f, "the artifact is not what was locked: its hash is {found}, not {expected}")
            }
            Self::OtherSpec { expected, found } => {
                write!(f, "the artifact is for `{found}`, but the program was built with `{expected}`")
            }
            Self::OtherTypes { why } => write!(f, "the artifact's types are not those of the program: {why}"),
            Self::Shape(why) => write!(f, "the artifact is not a component that compiled-ai made: {why}"),
            Self::NoCompiler => f.write_str(
                "the program has no compiler for WebAssembly; enable the feature `wasm-cranelift` of `compiled-ai`, or \
                 the feature `wasm-aot` of `compiled-ai-build`",
            ),
            Self::Ahead(why) => write!(
                f,
                "the code compiled ahead of time does not fit this program or machine: {why}; build again, with one version \
                 of `wasmtime` for `compiled-ai` and `compiled-ai-build`"
            ),
            Self::Machine(why) => write!(f, "the machine can't run WebAssembly: {why}"),
        }
    }
}

impl std::error::Error for LoadError {}

/// Why a call ended early, as it is on its way: one word, so that results of values stay small.
pub struct Fault(std::boxed::Box<Cause>);

pub(crate) enum Cause {
    /// A trap, or a refusal of the engine.
    Engine(wasmtime::Error),
    /// What the instance returned is no value of its type.
    Answer(&'static str),
    /// A value does not fit into the instance's memory.
    TooLarge,
}

impl Fault {
    #[cold]
    pub(crate) fn answer(why: &'static str) -> Self {
        Self(Cause::Answer(why).into())
    }

    #[cold]
    pub(crate) fn too_large() -> Self {
        Self(Cause::TooLarge.into())
    }

    pub(crate) fn cause(&self) -> &Cause {
        &self.0
    }
}

impl From<wasmtime::Error> for Fault {
    #[cold]
    fn from(error: wasmtime::Error) -> Self {
        Self(Cause::Engine(error).into())
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cause() {
            Cause::Engine(error) => write!(f, "{error:?}"),
            Cause::Answer(why) => f.write_str(why),
            Cause::TooLarge => f.write_str("too large"),
        }
    }
}
