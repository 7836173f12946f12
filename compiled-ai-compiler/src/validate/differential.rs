//! Runs a candidate on inputs that no example holds: it must not fail on any input of its type.
//!
//! What such an input must give nobody has said, so only this is judged: the function returns or abstains within its limits,
//! in the sandbox and as a native program with the same bytes, and what it returns keeps the spec's `min`, `max` and
//! `ensures`. A panic counts as a failure, because it would end the user's program; so does an overflow, which natively
//! gives a wrong number without a word. Both are avoided by abstaining.
//!
//! The work is bounded by counting instructions, not by a clock, so that a verdict never depends on the machine.

use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::spec::{Example, Spec};

use super::execution::{Answered, Exchange, Failure, FailureKind, Module, Outcome, Session, native, read_on};
use super::generate::{self, Case, Input};
use super::syntax::Built;

/// Fuel for all cases together, about a second; what is left over when it is spent is not run.
const FUEL: u64 = 2_000_000_000;
/// Fuel for making one finding's input smaller.
const SHRINKING_FUEL: u64 = 1_500_000_000;
/// Smaller inputs that are tried for one finding.
const SHRINKING_STEPS: usize = 600;
/// Smaller inputs that the native program is asked about at once: starting it takes longer than running it.
const AT_ONCE: usize = 16;
/// Findings that are told.
const MOST_FINDINGS: usize = 3;

/// An input of the spec's type on which a candidate fails.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The input, as small as it could be made.
    pub input: Input,
    /// The shown example that it was made from, by its id.
    pub from: Option<String>,
    /// How it fails.
    pub failure: Failure,
}

/// What running a candidate on generated inputs found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Generated {
    /// How many inputs were run.
    pub ran: usize,
    /// Failures, each of another sort or at another place.
    pub findings: Vec<Finding>,
}

/// Runs a candidate on generated inputs. The answers beside what was found are those of the sandbox; where nothing was found,
/// the native program gave the same.
pub(super) fn run(
    module: &Module,
    built: &Built,
    spec: &Spec,
    hash: &Hash,
    shown: &[&Example],
) -> Result<(Generated, Vec<Answered>, Vec<Exchange>), Box<Diagnostic>> {
    let cases = generate::cases(spec, hash, shown, built.program.candidate());
    let mut runner = Runner { session: module.session(), built, spec, fuel: FUEL };
    let mut failures: Vec<(usize, Failure)> = vec![];
    let mut passed: Vec<(usize, String, String)> = vec![];
    let mut ran = 0;
    for (index, case) in cases.iter().enumerate() {
        if runner.fuel == 0 || failures.len() == MOST_FINDINGS {
            break;
        }
        ran += 1;
        match runner.sandboxed(&case.input) {
            Ok(None) => {}
            Ok(Some((input, answer))) => passed.push((index, input, answer)),
            Err(failure) => add(&mut failures, index, failure),
        }
    }
    let inputs: Vec<&str> = passed.iter().map(|(_, input, _)| input.as_str()).collect();
    let answers = passed.iter().map(|(_, _, answer)| answer.clone()).collect();
    for ((index, ..), failure) in passed.iter().zip(runner.native(&inputs, answers)?) {
        if let Some(failure) = failure
            && failures.len() < MOST_FINDINGS
        {
            add(&mut failures, *index, failure);
        }
    }
    let answered = passed.iter().map(|(index, _, answer)| {
        let input = &cases[*index].input;
        Answered { input: input.clone(), outcome: read_on(answer, spec, input), is_held_out: false }
    });
    let answered = answered.collect();
    let findings = failures.into_iter().map(|(index, failure)| runner.shrink(&cases[index], failure));
    let generated = Generated { ran, findings: findings.collect::<Result<_, _>>()? };
    let exchanged = passed.into_iter().map(|(_, input, answer)| Exchange { input, answer }).collect();
    Ok((generated, answered, exchanged))
}

/// Keeps a failure unless one of its sort at its place is there.
fn add(failures: &mut Vec<(usize, Failure)>, index: usize, failure: Failure) {
    if !failures.iter().any(|(_, other)| is_same(other, &failure)) {
        failures.push((index, failure));
    }
}

/// Whether two failures have the same cause, as far as one can tell.
fn is_same(a: &Failure, b: &Failure) -> bool {
    let is_condition = matches!(a.kind, FailureKind::Ensures);
    a.kind == b.kind && a.line == b.line && (!is_condition || a.message == b.message)
}

/// How the runtime begins to say that an input does not fit.
pub(super) const NO_INPUT: &str = r#"{"error":"input does not parse"#;

struct Runner<'a> {
    session: Session<'a>,
    built: &'a Built,
    spec: &'a Spec,
    fuel: u64,
}

impl Runner<'_> {
    /// The input as JSON and the answer to it; `None` if the generated types do not take the input.
    fn sandboxed(&mut self, input: &Input) -> Result<Option<(String, String)>, Failure> {
        let text = generate::text_of(input);
        let (answer, spent) = self.session.call(&text, &self.built.program);
        self.fuel = self.fuel.saturating_sub(spent);
        let answer = answer?;
        if answer.starts_with(NO_INPUT) {
            return Ok(None);
        }
        match read_on(&answer, self.spec, input) {
            Outcome::Failed(failure) => Err(failure),
            Outcome::Output(_) | Outcome::Abstained { .. } => Ok(Some((text, answer))),
        }
    }

    /// What the native program does differently on each input.
    fn native(&self, inputs: &[&str], answers: Vec<String>) -> Result<Vec<Option<Failure>>, Box<Diagnostic>> {
        let mut answers: Vec<_> = answers.into_iter().map(Ok).collect();
        native::compare(self.built, inputs, &mut answers)?;
        let failure =
            |answer: Result<String, Failure>| answer.err().filter(|failure| failure.kind != FailureKind::Skipped);
        Ok(answers.into_iter().map(failure).collect())
    }

    /// The smallest input found on which it fails in the same way.
    fn shrink(&mut self, case: &Case, failure: Failure) -> Result<Finding, Box<Diagnostic>> {
        let mut finding = Finding { input: case.input.clone(), from: case.from.clone(), failure };
        self.fuel = SHRINKING_FUEL;
        let mut steps = SHRINKING_STEPS;
        while let Some((input, failure)) = self.step(&finding, &mut steps)? {
            (finding.input, finding.failure) = (input, failure);
        }
        Ok(finding)
    }

    /// The first smaller input that fails in the same way.
    fn step(&mut self, finding: &Finding, steps: &mut usize) -> Result<Option<(Input, Failure)>, Box<Diagnostic>> {
        let mut smaller = generate::smaller(self.spec, &finding.input);
        loop {
            let inputs: Vec<Input> = smaller.by_ref().take(AT_ONCE.min(*steps)).collect();
            if inputs.is_empty() {
                return Ok(None);
            }
            let mut passed = vec![];
            for input in inputs {
                if *steps == 0 || self.fuel == 0 {
                    return Ok(None);
                }
                *steps -= 1;
                match self.sandboxed(&input) {
                    Err(failure) if is_same(&failure, &finding.failure) => return Ok(Some((input, failure))),
                    Ok(Some((text, answer))) => passed.push((input, text, answer)),
                    Ok(None) | Err(_) => {}
                }
            }
            if finding.failure.kind == FailureKind::Differs {
                let texts: Vec<&str> = passed.iter().map(|(_, text, _)| text.as_str()).collect();
                let answers = passed.iter().map(|(_, _, answer)| answer.clone()).collect();
                let failures = self.native(&texts, answers)?;
                let found = passed.into_iter().zip(failures).find_map(|((input, ..), failure)| Some((input, failure?)));
                if found.is_some() {
                    return Ok(found);
                }
            }
        }
    }
}
