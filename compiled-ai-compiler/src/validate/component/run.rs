//! Calling a component through the component model, as its users do.
//!
//! With the compiler that production uses, where the sandbox of the other stages compiles for quick compilation.

use std::collections::BTreeMap;

use compiled_ai_core::codes::validation as codes;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::emit;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::value::Value;
use wasmtime::component::{Component, ComponentExportIndex, InstancePre, Linker, Val};
use wasmtime::{Config, Engine, ResourceLimiter, Store, Trap};

use super::values;

/// Linear memory, in bytes; the sandbox gives as much.
const MEMORY: usize = 64 << 20;
/// WebAssembly's own stack, in bytes.
const STACK: usize = 512 << 10;
/// Fuel for a call, and for each byte that it is called with. What ended in the unoptimised sandbox ends here sooner.
const FUEL: u64 = 1_000_000_000;
const FUEL_PER_BYTE: u64 = 2_000;

/// A component, ready to be called.
pub struct Callable<'s> {
    engine: Engine,
    prepared: InstancePre<Limits>,
    run: ComponentExportIndex,
    spec: &'s Spec,
}

/// What a component answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// An output.
    Output(Value),
    /// An abstention.
    Abstained {
        /// Why.
        reason: String,
        /// The field that it names.
        field: Option<String>,
    },
    /// Nothing: it ended in a trap, in these words.
    Trapped(String),
}

impl<'s> Callable<'s> {
    /// Compiles the bytes of a component of `spec`.
    ///
    /// # Errors
    /// They are no component of `spec`, or import something.
    pub fn new(component: &[u8], spec: &'s Spec) -> Result<Self, Box<Diagnostic>> {
        let refused = |error: wasmtime::Error| {
            Box::new(
                Diagnostic::error(codes::SANDBOX, "the engine refuses a component")
                    .note(format!("{error:#}"))
                    .help("this is a fault of compiled-ai, or of a toolchain that it does not know: please report it"),
            )
        };
        let mut config = Config::new();
        config.wasm_component_model(true).consume_fuel(true).max_wasm_stack(STACK).cranelift_nan_canonicalization(true);
        config.wasm_relaxed_simd(false).wasm_backtrace_max_frames(None).memory_reservation(MEMORY as u64);
        let engine = Engine::new(&config).map_err(refused)?;
        let component = Component::new(&engine, component).map_err(refused)?;
        let missing = || refused(wasmtime::Error::msg(format!("it exports no `{}`", emit::interface(spec))));
        let interface = component.get_export_index(None, emit::interface(spec)).ok_or_else(missing)?;
        let run = component.get_export_index(Some(&interface), "run").ok_or_else(missing)?;
        let prepared = Linker::new(&engine).instantiate_pre(&component).map_err(refused)?;
        Ok(Self { engine, prepared, run, spec })
    }

    /// Calls it in a new instance.
    pub fn call(&self, input: &BTreeMap<String, Value>) -> Answer {
        match self.called(input) {
            Ok(answer) => answer,
            Err(error) => Answer::Trapped(match error.downcast_ref::<Trap>() {
                Some(trap) => trap.to_string(),
                None => format!("{error:#}"),
            }),
        }
    }

    fn called(&self, input: &BTreeMap<String, Value>) -> wasmtime::Result<Answer> {
        let mut store = Store::new(&self.engine, Limits);
        store.limiter(|limits| limits);
        let size = crate::validate::generate::text_of(input).len() as u64;
        store.set_fuel(FUEL.saturating_add(FUEL_PER_BYTE.saturating_mul(size)))?;
        let instance = self.prepared.instantiate(&mut store)?;
        let run =
            instance.get_func(&mut store, self.run).ok_or_else(|| wasmtime::Error::msg("`run` is not a function"))?;
        let mut results = [Val::Bool(false)];
        run.call(&mut store, &[values::input(input, self.spec)], &mut results)?;
        let [result] = results;
        values::answer(result, self.spec).ok_or_else(|| wasmtime::Error::msg("what it returned is not of WIT's type"))
    }
}

struct Limits;

impl ResourceLimiter for Limits {
    fn memory_growing(&mut self, _: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        Ok(desired <= MEMORY)
    }

    fn table_growing(&mut self, _: usize, _: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        Ok(true)
    }
}
