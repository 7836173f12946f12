//! What stands behind a function of a program: it loads the artifact, keeps instances ready, and replaces the artifact by another.

use std::boxed::Box;
use std::cell::Cell;
use std::fmt;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, TryLockError};

use super::abi::{Lift, Lower, Params};
use super::artifact::Artifact;
use super::code::{self, Code, Description};
use super::engine::Engine;
use super::error::{CallError, LoadError};
use super::instance::{Instance, Template, WarmUp};

/// An artifact of a program. Generated code has one in a `static`, with the parameters of its function as `P`.
///
/// Each thread finds its instance at a place of its own, which no other thread looks at unless there are more threads than places
/// (four per core): so calls neither wait for each other nor write to memory that they share.
pub struct Host<P: 'static> {
    description: &'static Description,
    code: Code,
    warm_up: WarmUp<P>,
    /// Counts replacements. Instances of an earlier generation are not used any more.
    generation: AtomicU64,
    current: Mutex<Current>,
    places: OnceLock<Box<[Place<P>]>>,
}

#[derive(Clone)]
enum Current {
    /// Nobody has called.
    NotLoaded,
    Loaded(Arc<Template>),
    /// What is part of the program can't be loaded. It will not get better.
    Failed(Arc<LoadError>),
}

/// A place of an instance. On a cache line of its own, or two where they are fetched in pairs.
#[repr(align(128))]
struct Place<P: 'static>(Mutex<Option<Kept<P>>>);

struct Kept<P: 'static> {
    generation: u64,
    instance: Instance<P>,
}

impl<P: Params> Host<P> {
    /// An artifact that is part of a program, not loaded yet.
    pub const fn new(description: &'static Description, code: Code, warm_up: fn(&mut Instance<P>)) -> Self {
        Self {
            description,
            code,
            warm_up,
            generation: AtomicU64::new(0),
            current: Mutex::new(Current::NotLoaded),
            places: OnceLock::new(),
        }
    }

    /// The same function with other code behind it, not loaded yet.
    pub const fn with_code(&self, code: Code) -> Self {
        Self::new(self.description, code, self.warm_up)
    }

    /// Calls the function. The first call loads the artifact; [`load`](Self::load) does so at a time of your choice.
    ///
    /// # Errors
    /// See [`CallError`].
    pub fn call<I: Lower, O: Lift>(&self, input: &I) -> Result<O, CallError> {
        let places = self.places.get_or_init(Self::places);
        let mine = number_of_thread();
        for step in 0..places.len() {
            let mut place = match places[(mine + step) % places.len()].0.try_lock() {
                Ok(place) => place,
                Err(TryLockError::WouldBlock) => continue,
                Err(TryLockError::Poisoned(poisoned)) => {
                    let mut place = poisoned.into_inner();
                    *place = None;
                    place
                }
            };
            return self.call_at(&mut place, input);
        }
        // More threads than places: an instance for this call alone.
        self.call_at(&mut None, input)
    }

    /// Loads the artifact that is part of the program, unless that or another one is loaded already.
    ///
    /// # Errors
    /// Why it can't be: then no call can succeed.
    pub fn load(&self) -> Result<(), LoadError> {
        self.template().map(drop).map_err(|error| (*error).clone())
    }

    /// Replaces the artifact: calls that begin after this run the new one; calls that run end in the old one.
    ///
    /// # Errors
    /// It is for another spec or other types, or can't be loaded. Then nothing has changed.
    pub fn replace(&self, artifact: &Artifact) -> Result<(), LoadError> {
        let engine = self.engine()?;
        artifact.fits(self.description)?;
        let loaded = code::compile(&engine, artifact.code()?, self.description)?;
        self.set(Template::new(&engine, loaded, self.description)?)
    }

    /// Runs the artifact that is part of the program in an engine of its own, with other settings than the process has.
    ///
    /// # Errors
    /// It can't be loaded there. Then nothing has changed.
    pub fn run_in(&self, engine: &Engine) -> Result<(), LoadError> {
        let loaded = code::load(engine, self.code, self.description)?;
        self.set(Template::new(engine, loaded, self.description)?)
    }

    /// What the program knows of its artifact.
    pub fn description(&self) -> &'static Description {
        self.description
    }

    fn call_at<I: Lower, O: Lift>(&self, place: &mut Option<Kept<P>>, input: &I) -> Result<O, CallError> {
        // Read before the template is: an instance is never younger than it says.
        let generation = self.generation.load(Ordering::Acquire);
        let kept = match place {
            Some(kept) if kept.generation == generation => kept,
            _ => {
                let template = self.template().map_err(CallError::Load)?;
                place.insert(Kept { generation, instance: Instance::new(&template, self.warm_up)? })
            }
        };
        let result = kept.instance.call(input);
        if !kept.instance.is_usable() {
            *place = None;
        }
        result
    }

    fn places() -> Box<[Place<P>]> {
        let cores = std::thread::available_parallelism().map_or(4, usize::from);
        (0..cores.saturating_mul(4)).map(|_| Place(Mutex::new(None))).collect()
    }

    fn template(&self) -> Result<Arc<Template>, Arc<LoadError>> {
        let mut current = self.current();
        if matches!(*current, Current::NotLoaded) {
            let load = || {
                let engine = Engine::of_process()?;
                let loaded = code::load(&engine, self.code, self.description)?;
                let template = Arc::new(Template::new(&engine, loaded, self.description)?);
                // Whether it has the right functions shows when it is instantiated.
                Instance::<P>::probe(&template)?;
                Ok(template)
            };
            *current = load().map_or_else(|error| Current::Failed(Arc::new(error)), Current::Loaded);
        }
        match &*current {
            Current::Loaded(template) => Ok(template.clone()),
            Current::Failed(error) => Err(error.clone()),
            Current::NotLoaded => Err(Arc::new(LoadError::Shape("it is not loaded".into()))),
        }
    }

    /// The engine of what is loaded, or of the process.
    fn engine(&self) -> Result<Engine, LoadError> {
        match &*self.current() {
            Current::Loaded(template) => Ok(template.engine().clone()),
            Current::NotLoaded | Current::Failed(_) => Engine::of_process(),
        }
    }

    fn set(&self, template: Template) -> Result<(), LoadError> {
        let template = Arc::new(template);
        Instance::<P>::probe(&template)?;
        let mut current = self.current();
        *current = Current::Loaded(template);
        self.generation.fetch_add(1, Ordering::Release);
        drop(current);
        // Idle instances of the old one go at once, the others after their call.
        for place in self.places.get().into_iter().flatten() {
            if let Ok(mut place) = place.0.try_lock() {
                *place = None;
            }
        }
        Ok(())
    }

    fn current(&self) -> MutexGuard<'_, Current> {
        // Nothing is ever half written.
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<P> fmt::Debug for Host<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Host").field("of", &self.description.name).finish_non_exhaustive()
    }
}

/// Threads are numbered as they first call, so that they find places of their own.
fn number_of_thread() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    std::thread_local!(static NUMBER: Cell<Option<usize>> = const { Cell::new(None) });
    NUMBER.with(|number| {
        number.get().unwrap_or_else(|| {
            let next = NEXT.fetch_add(1, Ordering::Relaxed);
            number.set(Some(next));
            next
        })
    })
}
