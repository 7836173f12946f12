//! The security stage: a closed-world gate in front of everything else that looks at code which a model wrote.
//!
//! ```text
//! source ─▶ lexical: size, nesting, characters ─▶ syn ─▶ gate: items, paths, types, macros, … ─▶ canonical ─▶ printed
//!                                                                                                   └─ gated again ─┘
//! ```
//!
//! What the profile does not name is refused, so a candidate has no authority: no files, clock, network, environment,
//! threads, globals, `unsafe`, foreign code, and no macro or attribute that acts while compiling. What is accepted is the
//! text that is *printed* from the syntax tree, and the gate has looked at that text too: there is nothing between what was
//! checked and what is compiled.
//!
//! This stage does not bound what a candidate does when it runs, or what it costs to compile; the jail and the sandbox do.

mod api;
mod canonical;
mod characters;
mod compile_time;
mod constants;
mod desugar;
mod dynamic;
mod expressions;
mod format;
mod functions;
mod gate;
mod implementations;
mod imports;
mod items;
mod lexical;
pub mod literals;
mod macros;
pub mod measure;
mod modules;
mod paths;
mod patterns;
mod place;
mod profile;
mod refusal;
mod scope;
mod semantics;
mod similar;
mod tokens;
mod traits;
mod types;
mod weights;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use compiled_ai_core::codes::gate::{LIMIT, SYNTAX};
use syn::File;

pub use api::allowed_api;
pub use profile::{Limits, Profile};
pub use refusal::Refusal;

use refusal::{Place, Refusals};

/// What is around a candidate: names beside those of the profile, and the way it is called.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The spec's named types, which the module around the candidate provides beside `Input` and `Output`.
    pub types: &'a BTreeSet<String>,
    /// How `run` has to look.
    pub signature: Signature,
}

/// How `run` has to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// `pub fn run(input: Input<'_>) -> Result<Output, Abstain>`, as in every candidate of a spec.
    Template,
    /// `pub fn run(input: &str) -> String`.
    Text,
    /// One or the other: code of which nothing more is known.
    Either,
}

impl Signature {
    /// Whether `name` stands in it, and so for nothing else.
    fn holds(self, name: &str) -> bool {
        self == Self::Template && matches!(name, "Input" | "Output" | "Result" | "Abstain")
    }
}

/// A candidate that passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The code as it is compiled, hashed, locked and reviewed: printed from the syntax tree. Checking it again gives the
    /// same text.
    pub source: String,
}

/// Stack of the thread that parses and walks. The lexical pass bounds how deep a tree can be; this holds the deepest one
/// several times over, in a debug build too.
const STACK_BYTES: usize = 256 << 20;

/// How often printing may change the text before it must be stable.
const ROUNDS: usize = 4;

/// Checks a candidate against `profile`.
///
/// # Errors
/// All refusals up to the profile's number, in the order of the source; never empty.
pub fn check(source: &str, profile: &Profile, names: &Names<'_>) -> Result<Accepted, Vec<Refusal>> {
    check_and_look(source, profile, names, |_| vec![])
}

/// Checks a candidate against `profile`, and its literals as [`literals::check`] does. It is read once for both, and
/// so are the examples for all candidates.
///
/// # Errors
/// All refusals of the gate or, if there are none, of the literals, up to the profile's number, in the order of the source; never
/// empty.
pub fn check_with_literals(
    source: &str,
    profile: &Profile,
    names: &Names<'_>,
    examples: Option<&literals::Examples>,
) -> Result<Accepted, Vec<Refusal>> {
    check_and_look(source, profile, names, |file| literals::of_file(file, profile, examples))
}

/// Checks a candidate, and refuses it for what `look` finds in its syntax tree, which the gate has accepted.
fn check_and_look(
    source: &str,
    profile: &Profile,
    names: &Names<'_>,
    look: impl FnOnce(&File) -> Vec<Refusal> + Send,
) -> Result<Accepted, Vec<Refusal>> {
    let mut refusals = Refusals::new(profile.limits.refusals);
    let code = lexical::scan(source, &profile.limits, &mut refusals);
    if !refusals.is_empty() {
        return Err(refusals.into_sorted());
    }
    let checked = on_large_stack(|| {
        keep_freed_memory();
        let mut found = vec![];
        let text = gate_and_print(&code, profile, names, |file| found = look(file))?;
        let accepted = settle(source, text, profile, names)?;
        if found.is_empty() { Ok(accepted) } else { Err(found) }
    });
    checked.unwrap_or_else(|| Err(vec![unreadable("the code can't be read")]))
}

/// Runs `work` on a thread with a large stack; `None` if there is no thread to be had or the work panicked.
pub(in crate::validate) fn on_large_stack<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let thread = thread::Builder::new()
            .name("candidate gate".to_owned())
            .stack_size(STACK_BYTES)
            .spawn_scoped(scope, || catch_unwind(AssertUnwindSafe(work)).ok());
        thread.ok()?.join().ok()?
    })
}

/// Asks the allocator not to give the memory of one syntax tree back to the system before the next one needs it.
///
/// glibc's takes the largest block that was ever freed as a sign of how much a program uses again and again. The pages are never
/// touched; without this, a tenth of the time goes into getting the same pages anew. Other allocators do nothing of the kind.
fn keep_freed_memory() {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(16 << 20)));
}

/// Gates and prints until the text stays as it is, so that the text that is returned has itself been gated. `text` is what was
/// printed of `source`.
fn settle(source: &str, mut text: String, profile: &Profile, names: &Names<'_>) -> Result<Accepted, Vec<Refusal>> {
    // As is what was locked.
    if text == source {
        return Ok(Accepted { source: text });
    }
    for _ in 0..ROUNDS {
        let mut refusals = Refusals::new(profile.limits.refusals);
        let code = lexical::scan(&text, &profile.limits, &mut refusals);
        if !refusals.is_empty() {
            return Err(refusals.into_sorted());
        }
        let again = gate_and_print(&code, profile, names, |_| ())?;
        if again == text {
            return Ok(Accepted { source: text });
        }
        text = again;
    }
    Err(vec![unreadable("the code has no stable printed form")])
}

/// Prints what the gate accepts; `look` sees it before anything is rewritten.
fn gate_and_print(
    code: &str,
    profile: &Profile,
    names: &Names<'_>,
    look: impl FnOnce(&File),
) -> Result<String, Vec<Refusal>> {
    let mut file = syn::parse_file(code).map_err(|error| {
        let mut refusals = Refusals::new(profile.limits.refusals);
        for error in error {
            refusals.add(
                SYNTAX,
                None,
                error.span(),
                format!("syntax error: {error}"),
                "correct the syntax at this place",
            );
        }
        refusals.into_sorted()
    })?;
    prepare(&mut file, code, profile);
    let (findings, refusals) = gate::walk(&file, profile, names);
    if !refusals.is_empty() {
        return Err(refusals.into_sorted());
    }
    look(&file);
    canonical::apply(&mut file, &findings, profile);
    Ok(prettyplease::unparse(&file))
}

/// Rewrites what the gate has simpler forms for.
fn prepare(file: &mut File, code: &str, profile: &Profile) {
    modules::flatten(file, code, profile);
    desugar::apply(file, code, profile);
}

fn unreadable(message: &str) -> Refusal {
    let Place { line, column, end_line, end_column } = Place { line: 1, column: 1, end_line: 1, end_column: 1 };
    let (message, help) = (message.to_owned(), "write simpler code".to_owned());
    Refusal { code: LIMIT, cwe: Some(674), line, column, end_line, end_column, message, help }
}
