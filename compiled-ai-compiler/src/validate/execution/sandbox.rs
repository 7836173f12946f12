//! The sandbox: WebAssembly without imports, with limits of work, memory and stack.
//!
//! Limits are counted, not timed: the same candidate on the same example always ends the same way, on any machine.

use compiled_ai_core::codes::validation as codes;
use compiled_ai_core::diagnostic::Diagnostic;
use wasmtime::{
    Config, Engine, Instance, InstancePre, Linker, Memory, ResourceLimiter, Store, Strategy, Trap, TypedFunc,
    WasmParams, WasmResults,
};

use super::{Failure, FailureKind, Program};

/// Linear memory, in bytes.
const MEMORY: usize = 64 << 20;
/// WebAssembly's own stack, in bytes; the compiler's shadow stack lies in linear memory.
const STACK: usize = 512 << 10;
/// Fuel for each run. A unit is about one instruction of WebAssembly, so this is a few tenths of a second. Scanning a page of
/// text takes some ten thousand, compiling a regular expression two million.
const FUEL: u64 = 1_000_000_000;
/// Fuel on top for each byte of input.
const FUEL_PER_BYTE: u64 = 2_000;
/// An answer in JSON, in bytes.
const ANSWER: usize = 4 << 20;

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
    prepared: InstancePre<Limits>,
}

impl Module {
    /// Calls the function twice; the answer, if it is the same both times.
    pub(super) fn call(&self, input: &str, program: &Program) -> Result<String, Failure> {
        // More room for the input than it needs moves everything that is allocated after it.
        const OTHER_LAYOUT: usize = 65_537;

        let first = self.call_once(input, 0, program).0?;
        let second = self.call_once(input, OTHER_LAYOUT, program).0?;
        if first != second {
            let message = "two runs on the same input gave different answers";
            return Err(Failure::new(FailureKind::Unrepeatable, message));
        }
        Ok(first)
    }

    /// Calls the function once; the answer, and the fuel that it took.
    pub(in crate::validate) fn call_measured(&self, input: &str, program: &Program) -> (Result<String, Failure>, u64) {
        self.call_once(input, 0, program)
    }

    /// Calls an instrumented function once; the answer, the bits of the places that it came by, and the fuel that it took.
    /// `None` if it did not end within its limits, which are wider here, or in an answer.
    pub(in crate::validate) fn call_instrumented(&self, input: &str) -> Option<(String, Vec<u8>, u64)> {
        /// Counting what is reached takes instructions of its own.
        const WIDER: u64 = 4;

        let mut call = self.begin(input, WIDER);
        let answer = call.answer(&self.prepared, input, 0).ok()?;
        let spent = call.fuel.saturating_sub(call.store.get_fuel().unwrap_or(0));
        let reached = call.reached().ok()?;
        Some((answer, reached, spent))
    }

    fn begin(&self, input: &str, times: u64) -> Call {
        let mut store = Store::new(self.prepared.module().engine(), Limits::default());
        store.limiter(|limits| limits);
        let fuel = FUEL.saturating_add(FUEL_PER_BYTE.saturating_mul(input.len() as u64)).saturating_mul(times);
        Call { store, fuel, instance: None }
    }

    fn call_once(&self, input: &str, room: usize, program: &Program) -> (Result<String, Failure>, u64) {
        let mut call = self.begin(input, 1);
        let fuel = call.fuel;
        let answer = call.answer(&self.prepared, input, room);
        let spent = fuel.saturating_sub(call.store.get_fuel().unwrap_or(0));
        (answer.map_err(|error| call.failure(&error, program)), spent)
    }
}

/// One run in a fresh instance.
struct Call {
    store: Store<Limits>,
    fuel: u64,
    instance: Option<Instance>,
}

impl Call {
    fn answer(&mut self, prepared: &InstancePre<Limits>, input: &str, room: usize) -> wasmtime::Result<String> {
        self.store.set_fuel(self.fuel)?;
        let instance = prepared.instantiate(&mut self.store)?;
        self.instance = Some(instance);
        let memory = self.memory(instance)?;
        self.function::<(i32, i32), i32>("main")?.call(&mut self.store, (0, 0))?;
        let reserve = self.function::<u32, u32>("compiled_ai_input")?;
        if room > 0 {
            reserve.call(&mut self.store, u32::try_from(input.len().saturating_add(room))?)?;
        }
        let address = reserve.call(&mut self.store, u32::try_from(input.len())?)?;
        memory.write(&mut self.store, address as usize, input.as_bytes())?;
        let answer = self.function::<(), u64>("compiled_ai_call")?.call(&mut self.store, ())?;
        self.text(memory, answer)
    }

    /// What a run that ended in `error` did wrong.
    fn failure(&mut self, error: &wasmtime::Error, program: &Program) -> Failure {
        let failure = |kind, message: String| Failure::new(kind, message);
        if let Some(AnswerTooLarge(bytes)) = error.downcast_ref() {
            return failure(FailureKind::Answer, format!("its answer takes {bytes} bytes of JSON, more than {ANSWER}"));
        }
        match error.downcast_ref::<Trap>() {
            Some(Trap::OutOfFuel) => failure(
                FailureKind::Time,
                "it did not end within its limit of instructions (an endless loop?)".to_owned(),
            ),
            // The shadow stack lies at the start of memory, so that running off it is an access out of bounds.
            Some(Trap::StackOverflow | Trap::MemoryOutOfBounds) => {
                failure(FailureKind::Stack, "it recursed too deeply".to_owned())
            }
            _ if self.store.data().was_refused => {
                failure(FailureKind::Memory, format!("it asked for more than {} MiB of memory", MEMORY >> 20))
            }
            Some(Trap::UnreachableCodeReached) => match self.panic_report() {
                Ok(report) if !report.is_empty() => Failure::panic(&report, program),
                _ => failure(FailureKind::Panic, "it aborted".to_owned()),
            },
            Some(trap) => failure(FailureKind::Panic, trap.to_string()),
            None => failure(FailureKind::Answer, format!("the sandbox can't read its answer: {error}")),
        }
    }

    /// What the harness's panic hook wrote before the trap.
    fn panic_report(&mut self) -> wasmtime::Result<String> {
        let instance = self.instance.ok_or_else(|| wasmtime::Error::msg("no instance"))?;
        self.store.set_fuel(self.fuel)?;
        let report = self.function::<(), u64>("compiled_ai_panic")?.call(&mut self.store, ())?;
        let memory = self.memory(instance)?;
        self.text(memory, report)
    }

    /// The bits of the places that an instrumented function came by.
    fn reached(&mut self) -> wasmtime::Result<Vec<u8>> {
        let instance = self.instance.ok_or_else(|| wasmtime::Error::msg("no instance"))?;
        self.store.set_fuel(self.fuel)?;
        let packed = self.function::<(), u64>("compiled_ai_reached")?.call(&mut self.store, ())?;
        let memory = self.memory(instance)?;
        Ok(self.bytes(memory, packed)?.to_vec())
    }

    fn function<P: WasmParams, R: WasmResults>(&mut self, name: &str) -> wasmtime::Result<TypedFunc<P, R>> {
        let instance = self.instance.ok_or_else(|| wasmtime::Error::msg("no instance"))?;
        instance.get_typed_func(&mut self.store, name)
    }

    fn memory(&mut self, instance: Instance) -> wasmtime::Result<Memory> {
        instance.get_memory(&mut self.store, "memory").ok_or_else(|| wasmtime::Error::msg("no memory"))
    }

    /// The text at an address (upper half) of a length (lower half).
    fn text(&self, memory: Memory, packed: u64) -> wasmtime::Result<String> {
        Ok(std::str::from_utf8(self.bytes(memory, packed)?)?.to_owned())
    }

    fn bytes(&self, memory: Memory, packed: u64) -> wasmtime::Result<&[u8]> {
        let (address, length) = ((packed >> 32) as usize, (packed & u64::from(u32::MAX)) as usize);
        if length > ANSWER {
            return Err(wasmtime::Error::new(AnswerTooLarge(length)));
        }
        let bytes = memory.data(&self.store).get(address..address.saturating_add(length));
        bytes.ok_or_else(|| wasmtime::Error::msg("outside memory"))
    }
}

/// An answer of that many bytes.
#[derive(Debug)]
struct AnswerTooLarge(usize);

impl std::fmt::Display for AnswerTooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "an answer of {} bytes", self.0)
    }
}

impl std::error::Error for AnswerTooLarge {}

/// What an instance may allocate, and whether it wanted more.
#[derive(Debug, Default)]
struct Limits {
    was_refused: bool,
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
