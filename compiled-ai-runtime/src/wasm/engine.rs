//! Engines: what is the same for all calls.

use std::fmt;
use std::format;
use std::string::ToString as _;
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use wasmtime::{Config, WasmFeatures};

use super::LoadError;

/// How often the clock of an engine moves on: deadlines are kept to this.
const TICK: Duration = Duration::from_millis(10);

/// What each call may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How long a call may take. Default: 1 s. It is kept to some 10 ms, by a check in each loop and function: that costs a
    /// fraction of what counting instructions costs.
    pub deadline: Duration,
    /// Bytes of memory that an instance may have, its own stack and constants included. Default: 64 MiB. At most 4 GiB.
    pub memory: usize,
    /// Bytes of the calling thread's stack. Default: 512 KiB. A thread that calls must have more than that left: a thread of Rust's
    /// standard library has 2 MiB.
    pub stack: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { deadline: Duration::from_secs(1), memory: 64 << 20, stack: 512 << 10 }
    }
}

/// What a call may find of the calls before it.
///
/// In neither case can an instance read or write anything but its own memory; and no code that the gate has passed keeps
/// anything from one call to the next. This is the second line behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Isolation {
    /// The memory is as the call before has left it. The fastest.
    #[default]
    Reuse,
    /// The memory is put back, after each call, to what it was before the first: nothing of one input is there when the next one
    /// comes.
    PerCall,
}

/// Limits and isolation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// What each call may use.
    pub limits: Limits,
    /// What a call may find of the calls before it.
    pub isolation: Isolation,
}

/// Runs artifacts, with the same settings for all. Cheap to clone; making one starts a thread that tells the time.
#[derive(Clone)]
pub struct Engine(Arc<Inner>);

struct Inner {
    engine: wasmtime::Engine,
    settings: Settings,
}

/// The engine of this process is in use, so that another one comes too late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InUse;

static INSTALLED: OnceLock<Engine> = OnceLock::new();

impl Engine {
    /// Makes an engine.
    ///
    /// # Errors
    /// [`LoadError::Machine`] where settings or machine do not allow it.
    pub fn new(settings: Settings) -> Result<Self, LoadError> {
        let machine = |error: wasmtime::Error| LoadError::Machine(format!("{error:#}"));
        let mut config = config();
        // No part of compiled code, so code compiled with another limit fits.
        config.max_wasm_stack(settings.limits.stack);
        let engine = wasmtime::Engine::new(&config).map_err(machine)?;
        let clock = engine.weak();
        // Ends with the engine: whoever runs has a reference to it.
        let tell_time = move || {
            while let Some(engine) = clock.upgrade() {
                engine.increment_epoch();
                drop(engine);
                thread::sleep(TICK);
            }
        };
        thread::Builder::new()
            .name("compiled-ai clock".into())
            .stack_size(64 << 10)
            .spawn(tell_time)
            .map_err(|error| LoadError::Machine(error.to_string()))?;
        Ok(Self(Arc::new(Inner { engine, settings })))
    }

    /// Makes it the engine of this process: the one that artifacts run in unless they are given another.
    ///
    /// # Errors
    /// There is one: it was installed before, or a function has been called.
    pub fn install(self) -> Result<(), InUse> {
        INSTALLED.set(self).map_err(|_| InUse)
    }

    /// Its settings.
    pub fn settings(&self) -> Settings {
        self.0.settings
    }

    /// The engine of this process; with default settings if none was installed.
    pub(crate) fn of_process() -> Result<Self, LoadError> {
        if let Some(engine) = INSTALLED.get() {
            return Ok(engine.clone());
        }
        let engine = Self::new(Settings::default())?;
        Ok(INSTALLED.get_or_init(|| engine).clone())
    }

    pub(crate) fn engine(&self) -> &wasmtime::Engine {
        &self.0.engine
    }

    /// The deadline in ticks of its clock.
    pub(crate) fn ticks(&self) -> u64 {
        // One more, since the next tick may come at once.
        let ticks = self.0.settings.limits.deadline.as_nanos().div_ceil(TICK.as_nanos());
        u64::try_from(ticks).map_or(u64::MAX >> 1, |ticks| ticks.saturating_add(1).min(u64::MAX >> 1))
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Engine").field(&self.0.settings).finish()
    }
}

impl fmt::Display for InUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the process has an engine for WebAssembly already; install yours before the first call")
    }
}

impl std::error::Error for InUse {}

/// What code is compiled for. The same for code that is compiled ahead of time: where it differs, that code is refused.
pub(crate) fn config() -> Config {
    let mut config = Config::new();
    config.epoch_interruption(true);
    // Panics are told apart by their kind; names of functions are of no use to a caller.
    config.wasm_backtrace_max_frames(None);
    config.generate_address_map(false);
    config.concurrency_support(false);
    #[cfg(feature = "wasm-cranelift")]
    config.cranelift_opt_level(wasmtime::OptLevel::Speed).cranelift_nan_canonicalization(true);
    // What rustc makes use of. All else is off, whichever features of the engine's crate another crate asks for: code is compiled in a
    // build script, where they may be others than in the program. So is relaxed SIMD: the same answer on every machine.
    let needed = WasmFeatures::WASM2 | WasmFeatures::EXTENDED_CONST;
    config.wasm_features(WasmFeatures::all().difference(needed), false);
    config
}
