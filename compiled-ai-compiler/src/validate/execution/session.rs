//! Calls of a module in the sandbox, and how those fail that do not end in an answer.

use wasmtime::{Instance, InstancePre, Memory, Store, Trap, TypedFunc, WasmParams, WasmResults};

use super::sandbox::{Limits, MEMORY, Module};
use super::{Failure, FailureKind, Program};

/// Fuel for each run. A unit is about one instruction of WebAssembly, so this is a few tenths of a second. Scanning a page of
/// text takes some ten thousand, compiling a regular expression two million.
const FUEL: u64 = 1_000_000_000;
/// Fuel on top for each byte of input.
const FUEL_PER_BYTE: u64 = 2_000;
/// An answer in JSON, in bytes.
const ANSWER: usize = 4 << 20;

/// Calls of one instance, one after the other. Where a call has ended otherwise than in an answer, the next one gets an instance
/// of its own.
pub(in crate::validate) struct Session<'m> {
    module: &'m Module,
    /// Bytes that are reserved beside the first input of an instance: what is allocated after it has other addresses then.
    room: usize,
    /// How often the usual fuel a call has.
    times: u64,
    run: Option<Run>,
}

impl<'m> Session<'m> {
    pub(super) fn new(module: &'m Module, room: usize, times: u64) -> Self {
        Self { module, room, times, run: None }
    }

    /// Calls the function; the answer, and the fuel that it took.
    pub(in crate::validate) fn call(&mut self, input: &str, program: &Program) -> (Result<String, Failure>, u64) {
        let (answer, spent, ended) = self.answer(input);
        (
            answer.map_err(|error| ended.map_or_else(|| unreadable(&error), |mut run| run.failure(&error, program))),
            spent,
        )
    }

    /// Calls an instrumented function; the answer, and the fuel that it took. `None` if it did not end in an answer within its
    /// limits.
    pub(in crate::validate) fn measure(&mut self, input: &str) -> Option<(String, u64)> {
        let (answer, spent, _) = self.answer(input);
        Some((answer.ok()?, spent))
    }

    /// The bits of the places that an instrumented function came by in this instance, in all its calls; none if it has none.
    pub(in crate::validate) fn reached(&mut self) -> Vec<u8> {
        self.run.as_mut().and_then(|run| run.reached().ok()).unwrap_or_default()
    }

    /// Beside answer and fuel what ended, if it was no answer.
    fn answer(&mut self, input: &str) -> (wasmtime::Result<String>, u64, Option<Run>) {
        let was_used = self.run.is_some();
        let (answer, spent, ended) = self.answer_once(input);
        if was_used && ended.as_ref().is_some_and(|run| run.store.data().was_refused) {
            // What earlier inputs have left in its memory counts against nobody.
            let (answer, more, ended) = self.answer_once(input);
            return (answer, spent.saturating_add(more), ended);
        }
        (answer, spent, ended)
    }

    fn answer_once(&mut self, input: &str) -> (wasmtime::Result<String>, u64, Option<Run>) {
        let fuel = FUEL.saturating_add(FUEL_PER_BYTE.saturating_mul(input.len() as u64)).saturating_mul(self.times);
        let room = if self.room == 0 { 0 } else { self.room.saturating_add(input.len()) };
        let run = self.run.take().map_or_else(|| Run::begin(&self.module.prepared, room), Ok);
        let mut run = match run {
            Ok(run) => run,
            Err(error) => return (Err(error), 0, None),
        };
        let answer = run.answer(input, fuel);
        let spent = fuel.saturating_sub(run.store.get_fuel().unwrap_or(0));
        if answer.is_ok() {
            self.run = Some(run);
            return (answer, spent, None);
        }
        (answer, spent, Some(run))
    }
}

/// An instance.
struct Run {
    store: Store<Limits>,
    instance: Instance,
}

impl Run {
    /// Makes room for an input of that many bytes.
    fn begin(prepared: &InstancePre<Limits>, room: usize) -> wasmtime::Result<Self> {
        let mut store = Store::new(prepared.module().engine(), Limits::default());
        store.limiter(|limits| limits);
        store.set_fuel(FUEL)?;
        let instance = prepared.instantiate(&mut store)?;
        let mut run = Self { store, instance };
        run.function::<(i32, i32), i32>("main")?.call(&mut run.store, (0, 0))?;
        run.function::<u32, u32>("compiled_ai_input")?.call(&mut run.store, u32::try_from(room)?)?;
        Ok(run)
    }

    fn answer(&mut self, input: &str, fuel: u64) -> wasmtime::Result<String> {
        self.store.data_mut().was_refused = false;
        self.store.set_fuel(fuel)?;
        let memory = self.memory()?;
        let reserve = self.function::<u32, u32>("compiled_ai_input")?;
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
            None => unreadable(error),
        }
    }

    /// What the harness's panic hook wrote before the trap.
    fn panic_report(&mut self) -> wasmtime::Result<String> {
        self.store.set_fuel(FUEL)?;
        let report = self.function::<(), u64>("compiled_ai_panic")?.call(&mut self.store, ())?;
        let memory = self.memory()?;
        self.text(memory, report)
    }

    /// The bits of the places that an instrumented function came by.
    fn reached(&mut self) -> wasmtime::Result<Vec<u8>> {
        self.store.set_fuel(FUEL)?;
        let packed = self.function::<(), u64>("compiled_ai_reached")?.call(&mut self.store, ())?;
        let memory = self.memory()?;
        Ok(self.bytes(memory, packed)?.to_vec())
    }

    fn function<P: WasmParams, R: WasmResults>(&mut self, name: &str) -> wasmtime::Result<TypedFunc<P, R>> {
        self.instance.get_typed_func(&mut self.store, name)
    }

    fn memory(&mut self) -> wasmtime::Result<Memory> {
        self.instance.get_memory(&mut self.store, "memory").ok_or_else(|| wasmtime::Error::msg("no memory"))
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

fn unreadable(error: &wasmtime::Error) -> Failure {
    Failure::new(FailureKind::Answer, format!("the sandbox can't read its answer: {error}"))
}
