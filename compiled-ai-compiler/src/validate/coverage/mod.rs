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

use std::collections::BTreeSet;

use compiled_ai_core::coverage::Coverage;
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::spec::{Example, Spec};

use super::execution::{Exchange, Module, Sandbox, Transcript};
use super::generate;
use super::security::on_large_stack;
use super::syntax::{self, CompileError};
use crate::kit::Kit;
use entries::Seen;
use instrument::{Instrumented, LeftOut, Probe};

/// How often a text is compiled, each time without what did not compile the last time.
const ROUNDS: usize = 5;
/// Fuel for all inputs together, about three seconds; what is left over when it is spent is not run.
const FUEL: u64 = 6_000_000_000;

/// What is measured, and on what.
pub(super) struct Subject<'a> {
    pub(super) spec: &'a Spec,
    pub(super) hash: &'a Hash,
    pub(super) shown: &'a [&'a Example],
    /// The text that passed.
    pub(super) candidate: &'a str,
    /// What it was run on, and answered.
    pub(super) transcript: &'a Transcript,
}

/// An instrumented text, and what compiling it gave.
#[derive(Debug)]
pub(super) struct Compiled {
    instrumented: Instrumented,
    wasm: Result<Result<Vec<u8>, Vec<CompileError>>, Box<Diagnostic>>,
}

/// The first text that [`measure`] needs: it may be made before it is known whether the candidate passes.
pub(super) fn compile(kit: &Kit, spec: &Spec, hash: &Hash, candidate: &str) -> Option<Compiled> {
    compile_without(kit, spec, hash, candidate, &LeftOut::default())
}

fn compile_without(kit: &Kit, spec: &Spec, hash: &Hash, candidate: &str, left_out: &LeftOut) -> Option<Compiled> {
    let instrumented = instrumented(candidate, left_out)?;
    let wasm = syntax::compile_instrumented(kit, spec, hash, &instrumented.text);
    Some(Compiled { instrumented, wasm })
}

/// Measures a candidate that passed. What can't be instrumented is listed as unknown. `first` is what [`compile`] gave for it.
///
/// # Errors
/// `rustc` can't be run, or the sandbox refuses every module.
pub(super) fn measure(
    kit: &Kit,
    sandbox: &Sandbox,
    subject: &Subject<'_>,
    mut first: Option<Compiled>,
) -> Result<Coverage, Box<Diagnostic>> {
    let plain = generate::plain_cases(subject.spec, subject.hash, subject.shown);
    let plain: Vec<String> = plain.iter().map(|case| generate::text_of(&case.input)).collect();
    let mut left_out = LeftOut::default();
    for round in 1..=ROUNDS + 1 {
        if round >= ROUNDS {
            // What is left is only functions that are known to run, or not even that.
            left_out = everything(subject.candidate, round > ROUNDS);
        }
        let compiled =
            first.take().or_else(|| compile_without(kit, subject.spec, subject.hash, subject.candidate, &left_out));
        let Some(Compiled { instrumented: Instrumented { probes, .. }, wasm }) = compiled else { break };
        let wasm = match wasm? {
            Ok(wasm) => wasm,
            Err(errors) => {
                leave_out(&errors, &probes, subject.candidate, &mut left_out);
                continue;
            }
        };
        let Some((seen, inputs)) = run(&sandbox.load(&wasm)?, subject.transcript, &plain) else {
            // It answers differently, so that what it came by is not what the candidate comes by.
            left_out = everything(subject.candidate, true);
            continue;
        };
        return Ok(entries::list(subject.spec, subject.candidate, &probes, &seen, inputs));
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

/// Runs an instrumented module on everything; `None` if one of its answers is another one than before. Beside what it came
/// by, the number of inputs.
fn run(module: &Module, transcript: &Transcript, plain: &[String]) -> Option<(Seen, usize)> {
    let known: BTreeSet<&str> = plain.iter().map(String::as_str).collect();
    let done: BTreeSet<&str> = transcript.generated.iter().map(|exchange| exchange.input.as_str()).collect();
    let (from_spec, from_candidate): (Vec<_>, Vec<_>) =
        transcript.generated.iter().partition(|exchange| known.contains(exchange.input.as_str()));
    let mut runner = Runner { module, fuel: FUEL, inputs: 0 };
    let rest = plain.iter().map(String::as_str).filter(|input| !done.contains(input));
    let plain = transcript.examples.iter().chain(from_spec).map(answered).chain(rest.map(|input| (input, None)));
    let plain = runner.bits(plain)?;
    let own = runner.bits(from_candidate.into_iter().map(answered))?;
    Some((Seen { plain, own }, runner.inputs))
}

fn answered(exchange: &Exchange) -> (&str, Option<&str>) {
    (&exchange.input, Some(&exchange.answer))
}

struct Runner<'m> {
    module: &'m Module,
    fuel: u64,
    inputs: usize,
}

impl Runner<'_> {
    /// The bits of all inputs, each with the answer that it must have, if that is known. An instance keeps its bits from one call
    /// to the next.
    fn bits<'a>(&mut self, inputs: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> Option<Vec<u8>> {
        let mut session = self.module.session_to_measure();
        let mut bits = vec![];
        for (input, expected) in inputs {
            if self.fuel == 0 {
                break;
            }
            let Some((found, spent)) = session.measure(input) else { continue };
            if expected.is_some_and(|expected| found != expected) {
                return None;
            }
            self.inputs += 1;
            self.fuel = self.fuel.saturating_sub(spent);
            let new = session.reached();
            bits.resize(bits.len().max(new.len()), 0);
            bits.iter_mut().zip(new).for_each(|(known, new): (&mut u8, u8)| *known |= new);
        }
        Some(bits)
    }
}
