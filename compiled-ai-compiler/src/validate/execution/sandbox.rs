//! The sandbox: WebAssembly without imports, with limits of work, memory and stack.
//!
//! Limits are counted, not timed: the same candidate on the same example always ends the same way, on any machine.

use compiled_ai_core::codes::validation as codes;
use compiled_ai_core::diagnostic::Diagnostic;
use wasmtime::{Config, Engine, InstancePre, Linker, ResourceLimiter, Strategy};

use super::session::Session;
use super::{Failure, Program};

/// Linear memory, in bytes.
pub(super) const MEMORY: usize = 64 << 20;
/// WebAssembly's own stack, in bytes; the compiler's shadow stack lies in linear memory.
const STACK: usize = 512 << 10;

/// Runs candidates. Making one takes milliseconds; it is used for all candidates of a process.
#[derive(Clone)]
pub struct Sandbox {
    engine: Engine,
}

impl std::fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sandbox")
    }
}

impl Sandbox {
    /// Makes a sandbox.
    ///
    /// # Errors
    /// The machine has no compiler for WebAssembly.
    pub fn new() -> Result<Self, Box<Diagnostic>> {
        // Winch compiles a module in a tenth of Cranelift's time and is there for x86-64. A candidate runs for microseconds.
        let mut engine = Engine::new(&config(Strategy::Winch));
        if engine.is_err() {
            engine = Engine::new(config(Strategy::Cranelift).cranelift_nan_canonicalization(true));
        }
        Ok(Self { engine: engine.map_err(|error| broken("the sandbox can't be made", &error))? })
    }

    /// Compiles a module, which the scan has passed. That it imports nothing holds here too: there is nothing to link it to.
    pub(in crate::validate) fn load(&self, wasm: &[u8]) -> Result<Module, Box<Diagnostic>> {
        let refused = |error: &wasmtime::Error| broken("the sandbox refuses a candidate's module", error);
        let module = wasmtime::Module::new(&self.engine, wasm).map_err(|error| refused(&error))?;
        let prepared = Linker::new(&self.engine).instantiate_pre(&module).map_err(|error| refused(&error))?;
        Ok(Module { prepared })
    }
}

fn config(strategy: Strategy) -> Config {
    let mut config = Config::new();
    config.strategy(strategy);
    config.consume_fuel(true).max_wasm_stack(STACK);
    config.wasm_relaxed_simd(false);
    config.wasm_backtrace_max_frames(None);
    // Reserving address space is slow and pointless for instances that live for microseconds.
    config.memory_reservation(MEMORY as u64);
    config
}

/// A candidate's module, ready to run.
#[derive(Clone)]
pub(in crate::validate) struct Module {
    pub(super) prepared: InstancePre<Limits>,
}

impl Module {
    /// An instance for calls that follow each other.
    pub(in crate::validate) fn session(&self) -> Session<'_> {
        Session::new(self, 0, 1)
    }

    /// The same with other addresses.
    pub(super) fn session_of_another_layout(&self) -> Session<'_> {
        const ROOM: usize = 65_537;

        Session::new(self, ROOM, 1)
    }

    /// For an instrumented text. Limits are wider: counting what is reached takes instructions of its own.
    pub(in crate::validate) fn session_to_measure(&self) -> Session<'_> {
        const WIDER: u64 = 4;

        Session::new(self, 0, WIDER)
    }

    /// Calls the function once, in an instance of its own; the answer, and the fuel that it took.
    pub(in crate::validate) fn call_once(&self, input: &str, program: &Program) -> (Result<String, Failure>, u64) {
        self.session().call(input, program)
    }
}

impl std::fmt::Debug for Module {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Module")
    }
}

/// What an instance may allocate, and whether it wanted more.
#[derive(Debug, Default)]
pub(super) struct Limits {
    pub(super) was_refused: bool,
}

impl ResourceLimiter for Limits {
    fn memory_growing(&mut self, _: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        self.was_refused |= desired > MEMORY;
        Ok(desired <= MEMORY)
    }

    fn table_growing(&mut self, _: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        /// Functions whose address is taken: far more than a program of any size has.
        const ENTRIES: usize = 100_000;
        Ok(desired <= ENTRIES)
    }
}

const REPORT: &str = "this is a fault of compiled-ai, or of a toolchain that it does not know: please report it";

fn broken(message: &str, error: &wasmtime::Error) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(codes::SANDBOX, message).note(format!("{error:#}")).help(REPORT))
}
