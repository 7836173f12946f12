//! What no example and no generated input reaches in a candidate that passed.
//!
//! A branch that waits for one word, or for an input with one hash, is found by no static check, and by no run. So what is
//! told is which places nothing has come by, for a person to read. An instrumented text of the candidate is compiled for the
//! sandbox and run on everything that the candidate was run on, where it has to give the same answers; and on inputs that
//! were made without a look at the candidate. It is thrown away then: what is locked and shipped is the text as it was.
//!
//! Inputs made of a candidate's own literals do come by `text == "open sesame"`. They show that the branch behind it works,
//! and explain nothing. So a place counts as reached only if an example comes by it, or an input made of the spec alone.

mod entries;
mod instrument;
mod literals;
mod macros;
mod patterns;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};

use compiled_ai_core::coverage::Coverage;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::split::Split;

use super::execution::{Module, Sandbox, Transcript};
use super::generate::{self, Case};
use super::security::on_large_stack;
use super::syntax::{self, CompileError, Judged};
use crate::json;
use crate::kit::Kit;
use entries::Seen;
use instrument::{Instrumented, LeftOut, Probe};

/// How often a text is compiled, each time without what did not compile the last time.
const ROUNDS: usize = 5;
/// Fuel for all inputs together, about three seconds; what is left over when it is spent is not run.
const FUEL: u64 = 6_000_000_000;

/// What is measured, and on what.
pub(super) struct Subject<'s, 'a> {
    pub(super) spec: &'s Spec,
    pub(super) hash: &'s Hash,
    pub(super) split: &'s Split<'a>,
    /// The text that the security stage returned.
    pub(super) candidate: &'s str,
}

/// An instrumented text, ready to run.
#[derive(Debug)]
pub(super) struct Compiled {
    probes: Vec<Probe>,
    module: Judged<Module>,
}

/// What came of an instrumented text.
pub(super) struct Attempt {
    probes: Vec<Probe>,
    ran: Judged<Ran>,
}

/// What an instrumented text came by.
struct Ran {
    seen: Seen,
    /// By its input.
    answers: BTreeMap<String, String>,
}

/// The first text that [`measure`] needs: it may be made before it is known whether the candidate passes.
pub(super) fn compile(kit: &Kit, sandbox: &Sandbox, subject: &Subject<'_, '_>) -> Option<Compiled> {
    compile_without(kit, sandbox, subject, &LeftOut::default())
}

fn compile_without(kit: &Kit, sandbox: &Sandbox, subject: &Subject<'_, '_>, left_out: &LeftOut) -> Option<Compiled> {
    let Instrumented { probes, text } = instrumented(subject.candidate, left_out)?;
    let load =
        |wasm: Result<Vec<u8>, _>| wasm.map_or_else(|errors| Ok(Err(errors)), |wasm| sandbox.load(&wasm).map(Ok));
    let module = syntax::compile_instrumented(kit, subject.spec, subject.hash, &text).and_then(load);
    Some(Compiled { probes, module })
}

/// Runs a text, which may also be done before. Ends early when it `is_wanted` no more.
pub(super) fn attempt(
    subject: &Subject<'_, '_>,
    compiled: Option<Compiled>,
    is_wanted: &AtomicBool,
) -> Option<Attempt> {
    let Compiled { probes, module } = compiled?;
    let ran = module.map(|module| module.map(|module| run(&module, &Inputs::new(subject), is_wanted)));
    Some(Attempt { probes, ran })
}

/// Measures a candidate that passed and answered as in `transcript`. What can't be instrumented is listed as unknown. `first` is what
/// came of the first text.
///
/// # Errors
/// `rustc` can't be run, or the sandbox refuses every module.
pub(super) fn measure(
    kit: &Kit,
    sandbox: &Sandbox,
    subject: &Subject<'_, '_>,
    transcript: &Transcript,
    mut first: Option<Attempt>,
) -> Result<Coverage, Box<Diagnostic>> {
    let mut left_out = LeftOut::default();
    for round in 1..=ROUNDS + 1 {
        if round >= ROUNDS {
            // What is left is only functions that are known to run, or not even that.
            left_out = everything(subject.candidate, round > ROUNDS);
        }
        let compile = || compile_without(kit, sandbox, subject, &left_out);
        let again = || attempt(subject, compile(), &AtomicBool::new(true));
        let Some(Attempt { probes, ran }) = first.take().or_else(again) else { break };
        match ran? {
            Err(errors) => leave_out(&errors, &probes, subject.candidate, &mut left_out),
            Ok(ran) if ran.agrees_with(transcript) => {
                return Ok(entries::list(subject.spec, subject.candidate, &probes, &ran.seen, ran.answers.len()));
            }
            // What it came by is not what the candidate comes by.
            Ok(_) => left_out = everything(subject.candidate, true),
        }
    }
    // Not even the bare text came through: everything is unknown.
    let probes = instrumented(subject.candidate, &everything(subject.candidate, true)).map(|text| text.probes);
    Ok(entries::list(subject.spec, subject.candidate, &probes.unwrap_or_default(), &Seen::default(), 0))
}

fn instrumented(candidate: &str, left_out: &LeftOut) -> Option<Instrumented> {
    on_large_stack(|| Some(instrument::instrument(candidate, &syn::parse_file(candidate).ok()?, left_out))).flatten()
}

/// All probes within expressions, and all items if `items`.
fn everything(candidate: &str, items: bool) -> LeftOut {
    let count = if items { item_lines(candidate).len() } else { 0 };
    LeftOut { probes: (0..candidate.len()).collect(), items: (0..count).collect() }
}

/// The first and last line of each item, from 1.
fn item_lines(candidate: &str) -> Vec<(usize, usize)> {
    let lines = on_large_stack(|| {
        let file = syn::parse_file(candidate).ok()?;
        let lines = |item: &syn::Item| {
            let range = instrument::range(item);
            (line(candidate, range.start), line(candidate, range.end))
        };
        Some(file.items.iter().map(lines).collect())
    });
    lines.flatten().unwrap_or_default()
}

fn line(candidate: &str, byte: usize) -> usize {
    candidate.get(..byte).unwrap_or_default().matches('\n').count() + 1
}

/// Leaves out what stands on the lines of `errors`; where that is nothing within an expression, the item as a whole.
fn leave_out(errors: &[CompileError], probes: &[Probe], candidate: &str, left_out: &mut LeftOut) {
    let items = item_lines(candidate);
    for error in errors {
        let before = left_out.probes.len() + left_out.items.len();
        for (number, probe) in probes.iter().enumerate() {
            if let Some(around) = &probe.around
                && (line(candidate, around.start)..=line(candidate, around.end)).contains(&error.line)
            {
                left_out.probes.insert(number);
            }
        }
        if left_out.probes.len() + left_out.items.len() == before {
            let item = items.iter().position(|(first, last)| (*first..=*last).contains(&error.line));
            left_out.items.extend(item);
        }
    }
}

/// What an instrumented text is run on.
struct Inputs {
    /// Examples, and inputs made without a look at the candidate.
    plain: Vec<String>,
    /// Inputs made of the candidate's literals.
    own: Vec<String>,
}

impl Inputs {
    fn new(subject: &Subject<'_, '_>) -> Self {
        /// Bytes from which a made input counts as long. Searching such a text without optimisation takes as long as hundreds of others.
        const LONG: usize = 16 << 10;
        /// How many long ones show what a candidate does because an input is long.
        const MOST_LONG: usize = 3;

        let Subject { spec, hash, split, candidate } = subject;
        let texts = |cases: Vec<Case>| {
            let mut long = 0;
            cases.into_iter().map(|case| generate::text_of(&case.input)).filter(move |input| {
                long += usize::from(input.len() > LONG);
                input.len() <= LONG || long <= MOST_LONG
            })
        };
        let of_spec: Vec<String> = texts(generate::plain_cases(spec, hash, &split.shown)).collect();
        let known: BTreeSet<&String> = of_spec.iter().collect();
        let (from_spec, own): (Vec<_>, Vec<_>) =
            texts(generate::cases(spec, hash, &split.shown, candidate)).partition(|input| known.contains(input));
        let examples = split.shown.iter().chain(&split.held_out).map(|example| json::input(example).to_string());
        let mut plain: Vec<String> = examples.chain(from_spec).collect();
        let done: BTreeSet<String> = plain.iter().cloned().collect();
        plain.extend(of_spec.into_iter().filter(|input| !done.contains(input)));
        Self { plain, own }
    }
}

fn run(module: &Module, inputs: &Inputs, is_wanted: &AtomicBool) -> Ran {
    let mut runner = Runner { module, is_wanted, fuel: FUEL, answers: BTreeMap::new() };
    let seen = Seen { plain: runner.bits(&inputs.plain), own: runner.bits(&inputs.own) };
    Ran { seen, answers: runner.answers }
}

impl Ran {
    /// Whether no answer is another one than the candidate's.
    fn agrees_with(&self, transcript: &Transcript) -> bool {
        let mut exchanges = transcript.examples.iter().chain(&transcript.generated);
        exchanges.all(|exchange| self.answers.get(&exchange.input).is_none_or(|answer| *answer == exchange.answer))
    }
}

struct Runner<'r> {
    module: &'r Module,
    is_wanted: &'r AtomicBool,
    fuel: u64,
    answers: BTreeMap<String, String>,
}

impl Runner<'_> {
    /// The bits of all inputs that it answers. An instance keeps its bits from one call to the next.
    fn bits(&mut self, inputs: &[String]) -> Vec<u8> {
        let mut session = self.module.session_to_measure();
        let mut bits = vec![];
        for input in inputs {
            if self.fuel == 0 || !self.is_wanted.load(Ordering::Relaxed) {
                break;
            }
            let Some((answer, spent)) = session.measure(input) else { continue };
            self.fuel = self.fuel.saturating_sub(spent);
            self.answers.insert(input.clone(), answer);
            let new = session.reached();
            bits.resize(bits.len().max(new.len()), 0);
            bits.iter_mut().zip(new).for_each(|(known, new): (&mut u8, u8)| *known |= new);
        }
        bits
    }
}
