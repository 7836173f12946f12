//! One instance of an artifact, and one call of it.

use std::fmt;
use std::format;
use std::string::String;
use std::sync::{Arc, OnceLock};

use wasmtime::{InstancePre, Linker, Memory, ResourceLimiter, Store, Trap, TypedFunc};

use super::abi::{Flat, Guest, Layout, Lift, Lower, MOST, Params, View};
use super::code::{Description, Loaded};
use super::engine::{Engine, Isolation};
use super::error::{CallError, Cause, Fault, LoadError};
use super::snapshot::Snapshot;
use crate::Abstain;

/// The most that an idle instance keeps; one that has grown beyond is not kept.
const KEPT: usize = 4 << 20;
/// What makes room in an instance's memory.
const REALLOC: &str = "cabi_realloc";

/// An artifact in an engine: what instances are made from.
pub(crate) struct Template {
    engine: Engine,
    prepared: InstancePre<State>,
    description: &'static Description,
    keeps_state_in_memory: bool,
    snapshot: OnceLock<Option<Arc<Snapshot>>>,
}

/// What calls an instance once, so that whatever is made at a first use is made.
pub(crate) type WarmUp<P> = fn(&mut Instance<P>);

impl Template {
    pub(crate) fn new(engine: &Engine, loaded: Loaded, description: &'static Description) -> Result<Self, LoadError> {
        let prepared = Linker::new(engine.engine())
            .instantiate_pre(&loaded.module)
            .map_err(|error| LoadError::Shape(format!("{error:#}")))?;
        Ok(Self {
            engine: engine.clone(),
            prepared,
            description,
            keeps_state_in_memory: loaded.keeps_state_in_memory,
            snapshot: OnceLock::new(),
        })
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }
}

/// An instance of an artifact, ready to be called.
pub struct Instance<P: 'static> {
    store: Store<State>,
    memory: Memory,
    realloc: TypedFunc<(u32, u32, u32, u32), u32>,
    run: TypedFunc<P, u32>,
    post_return: TypedFunc<u32, ()>,
    template: Arc<Template>,
    snapshot: Option<Arc<Snapshot>>,
    is_usable: bool,
}

/// What an instance may allocate, and whether it wanted more.
pub(crate) struct State {
    memory: usize,
    was_refused: bool,
}

impl<P: Params> Instance<P> {
    /// Makes an instance, in the state before a first call.
    pub(crate) fn new(template: &Arc<Template>, warm_up: WarmUp<P>) -> Result<Self, CallError> {
        let mut made = Self::fresh(template).map_err(|error| CallError::Load(Arc::new(error)))?;
        if template.engine.settings().isolation == Isolation::PerCall {
            // Only the first instance is warmed up: its memory is what the others begin with.
            let mut first = None;
            let snapshot = template.snapshot.get_or_init(|| {
                if !template.keeps_state_in_memory {
                    return None;
                }
                let mut warm = Self::fresh(template).ok()?;
                warm_up(&mut warm);
                let snapshot = warm.is_usable.then(|| Arc::new(Snapshot::of(warm.memory.data(&warm.store))));
                first = Some(warm);
                snapshot
            });
            made.snapshot.clone_from(snapshot);
            match (first, snapshot) {
                (Some(mut warm), Some(snapshot)) => {
                    warm.snapshot = Some(snapshot.clone());
                    return Ok(warm);
                }
                (_, Some(snapshot)) => made.grow_to(snapshot)?,
                (_, None) => {}
            }
        } else {
            warm_up(&mut made);
            if !made.is_usable {
                made = Self::fresh(template).map_err(|error| CallError::Load(Arc::new(error)))?;
            }
        }
        Ok(made)
    }

    /// Makes one and throws it away: whether the artifact has the functions that it must have.
    pub(crate) fn probe(template: &Arc<Template>) -> Result<(), LoadError> {
        Self::fresh(template).map(drop)
    }

    fn fresh(template: &Arc<Template>) -> Result<Self, LoadError> {
        let limits = template.engine.settings().limits;
        let mut store = Store::new(template.engine.engine(), State { memory: limits.memory, was_refused: false });
        store.limiter(|state| state);
        store.set_epoch_deadline(template.engine.ticks());
        let refused = |error: wasmtime::Error| LoadError::Machine(format!("{error:#}"));
        let instance = template.prepared.instantiate(&mut store).map_err(refused)?;
        let export = template.description.export;
        let other = |error: wasmtime::Error| LoadError::OtherTypes { why: format!("{error:#}") };
        let memory =
            instance.get_memory(&mut store, "memory").ok_or_else(|| LoadError::Shape("it exports no memory".into()))?;
        let realloc = instance.get_typed_func(&mut store, REALLOC).map_err(other)?;
        let run = instance.get_typed_func(&mut store, export).map_err(other)?;
        let post_return = instance.get_typed_func(&mut store, &format!("cabi_post_{export}")).map_err(other)?;
        let template = template.clone();
        Ok(Self { store, memory, realloc, run, post_return, template, snapshot: None, is_usable: true })
    }

    /// Calls it. Afterwards it is ready for the next call, or not usable any more.
    ///
    /// # Errors
    /// All of [`CallError`] but [`CallError::Load`].
    pub fn call<I: Lower, O: Lift>(&mut self, input: &I) -> Result<O, CallError> {
        self.store.set_epoch_deadline(self.template.engine.ticks());
        let answer = self.answer(input);
        let result = match answer {
            Ok(result) => result.map_err(CallError::Abstain),
            Err(fault) => {
                self.is_usable = false;
                Err(self.classify(&fault))
            }
        };
        if self.is_usable {
            self.is_usable = match &self.snapshot {
                Some(snapshot) => snapshot.put_back(self.memory.data_mut(&mut self.store)),
                None => !self.is_alone() && self.memory.data_size(&self.store) <= KEPT,
            };
        }
        result
    }

    /// Whether each of its calls begins with the same memory.
    pub fn is_isolated(&self) -> bool {
        self.template.engine.settings().isolation == Isolation::PerCall
    }

    /// Whether it can be called again.
    pub(crate) fn is_usable(&self) -> bool {
        self.is_usable
    }

    /// Whether it serves one call only: calls are isolated, and there is nothing to put it back to.
    fn is_alone(&self) -> bool {
        let is_warm = self.template.snapshot.get().is_some();
        self.is_isolated() && is_warm
    }

    fn answer<I: Lower, O: Lift>(&mut self, input: &I) -> Result<Result<O, Abstain>, Fault> {
        let mut guest = Guest { store: &mut self.store, memory: self.memory, realloc: &self.realloc };
        let mut flat = Flat::new();
        if I::FLAT <= MOST {
            input.flatten(&mut guest, &mut flat)?;
        } else {
            let at = guest.room(1, I::SIZE, I::ALIGN)?;
            input.store(&mut guest, at)?;
            flat.push(u64::from(at));
        }
        let returned = self.run.call(&mut self.store, P::from_flat(&flat))?;
        let mut view = View::new(self.memory.data(&self.store), self.store.data().memory);
        let result = result(&mut view, returned as usize)?;
        // Where all of the memory is put back, there is nothing to free.
        if self.snapshot.is_none() {
            self.post_return.call(&mut self.store, returned)?;
        }
        Ok(result)
    }

    fn grow_to(&mut self, snapshot: &Snapshot) -> Result<(), CallError> {
        const PAGE: usize = 1 << 16;
        let refused = || CallError::Load(Arc::new(LoadError::Machine("no memory for an instance".into())));
        let missing = snapshot.length().saturating_sub(self.memory.data_size(&self.store));
        self.memory.grow(&mut self.store, missing.div_ceil(PAGE) as u64).map_err(|_| refused())?;
        if snapshot.put_back(self.memory.data_mut(&mut self.store)) { Ok(()) } else { Err(refused()) }
    }

    #[cold]
    fn classify(&self, fault: &Fault) -> CallError {
        let error = match fault.cause() {
            Cause::Answer(why) => return CallError::Answer((*why).into()),
            Cause::TooLarge => return CallError::Memory,
            Cause::Engine(error) => error,
        };
        let was_refused = self.store.data().was_refused;
        match error.downcast_ref::<Trap>() {
            Some(Trap::Interrupt) => CallError::Deadline,
            // The stack that Rust keeps for itself lies at the start of the memory, so that running off it is an access out
            // of bounds.
            Some(Trap::StackOverflow | Trap::MemoryOutOfBounds) => CallError::Stack,
            _ if was_refused => CallError::Memory,
            Some(Trap::UnreachableCodeReached) => CallError::Trap(String::from("a panic")),
            Some(trap) => CallError::Trap(format!("{trap}")),
            None => CallError::Trap(format!("{error:#}")),
        }
    }
}

impl<P> fmt::Debug for Instance<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Instance").field("of", &self.template.description.name).finish_non_exhaustive()
    }
}

/// Reads `result<O, abstain>`.
fn result<O: Lift>(view: &mut View<'_>, at: usize) -> Result<Result<O, Abstain>, Fault> {
    // Both begin behind the byte that tells which it is; `abstain` is aligned to 4.
    let align = if O::ALIGN > 4 { O::ALIGN as usize } else { 4 };
    if !at.is_multiple_of(align) {
        return Err(Fault::answer("a result at an address that is not aligned"));
    }
    match view.array(at)? {
        [0] => O::load(view, at + align).map(Ok),
        [1] => {
            let reason = String::load(view, at + align)?;
            let field = Option::<String>::load(view, at + align + <String as Layout>::SIZE as usize)?;
            Ok(Err(Abstain { reason: reason.into(), field: field.map(Into::into) }))
        }
        _ => Err(Fault::answer("a result that is neither an output nor an abstention")),
    }
}

impl ResourceLimiter for State {
    fn memory_growing(&mut self, _: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        self.was_refused |= desired > self.memory;
        Ok(desired <= self.memory)
    }

    fn table_growing(&mut self, _: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        /// Functions whose address is taken: far more than a program of any size has.
        const ENTRIES: usize = 100_000;
        Ok(desired <= ENTRIES)
    }
}
