//! Stage 3: does the candidate run, on every example, within its limits, and always with the same answer?
//!
//! Every example runs twice in the sandbox: after those before it, and after those behind it in an instance with another layout of
//! the heap; both answers must be the same bytes. Then all of them run in one native process, and again the bytes
//! must be the same: what is tested is what is shipped. An example that fails in the sandbox does not run natively, where a loop or a
//! deep recursion could not be caught as cleanly.
//!
//! A candidate that fails on no example then runs on inputs that are made: see [`differential`](super::differential).
//!
//! The native process has an empty environment, a folder of its own and limits of time and memory, but it is a process like
//! any other. What keeps it from doing harm is the security stage.

mod answer;
pub(super) mod native;
mod sandbox;
mod session;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::thread;

use compiled_ai_core::codes::validation as codes;
use compiled_ai_core::diagnostic::{Code, Diagnostic};
use compiled_ai_core::hash::Hash;
use compiled_ai_core::spec::{Example, Spec};
use compiled_ai_core::split::Split;
use compiled_ai_core::value::Value;

use super::differential::{self, Generated};
use super::syntax::{Built, Program};
use crate::json;

pub(super) use answer::{node, read_on};
pub(super) use sandbox::Module;
pub use sandbox::Sandbox;
pub(super) use session::Session;

/// How many examples may run into a limit before the others are left out: each costs up to a second.
const MOST_LIMITS: usize = 3;

/// What came of an example.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// An output of the spec's type, within its limits, for which every condition of `ensures` holds.
    Output(Value),
    /// An abstention.
    Abstained {
        /// Why, in the candidate's words.
        reason: String,
        /// The field that it names.
        field: Option<String>,
    },
    /// Neither.
    Failed(Failure),
}

/// Why an example has no outcome that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What sort of failure.
    pub kind: FailureKind,
    /// What happened. It may quote the example's input.
    pub message: String,
    /// The line of the candidate, from 1, and its text, where that is known.
    pub line: Option<(usize, String)>,
}

/// The sorts of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FailureKind {
    /// It panicked, be it an index, an overflow or an `unwrap`.
    Panic,
    /// It used up its fuel: an endless loop, or far too much work.
    Time,
    /// It asked for more memory than the sandbox gives.
    Memory,
    /// It used up its stack: a recursion without end, or too deep.
    Stack,
    /// What it returned is too large or no value of the output's type.
    Answer,
    /// The output is outside a `min` or `max`.
    Limit,
    /// A condition of `ensures` does not hold.
    Ensures,
    /// Two runs gave different answers.
    Unrepeatable,
    /// The native program's answer is another than the sandbox's.
    Differs,
    /// It was left out, because too many others had run into a limit.
    Skipped,
}

impl FailureKind {
    /// The diagnostic code that explains it.
    pub fn code(self) -> Code {
        match self {
            FailureKind::Panic => codes::PANIC,
            FailureKind::Time => codes::TIME,
            FailureKind::Memory => codes::MEMORY,
            FailureKind::Stack => codes::STACK,
            FailureKind::Answer => codes::ANSWER,
            FailureKind::Limit => codes::LIMIT,
            FailureKind::Ensures => codes::ENSURES,
            FailureKind::Unrepeatable => codes::UNREPEATABLE,
            FailureKind::Differs => codes::DIFFERS,
            FailureKind::Skipped => codes::TIME,
        }
    }
}

impl fmt::Display for FailureKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FailureKind::Panic => "panicked",
            FailureKind::Time => "took too long",
            FailureKind::Memory => "used too much memory",
            FailureKind::Stack => "overflowed the stack",
            FailureKind::Answer => "returned no value of the output's type",
            FailureKind::Limit => "returned a value outside its limits",
            FailureKind::Ensures => "broke a condition",
            FailureKind::Unrepeatable => "answered differently when run again",
            FailureKind::Differs => "answered differently as a native program",
            FailureKind::Skipped => "was left out",
        })
    }
}

/// An example and what came of it.
#[derive(Debug, Clone)]
pub struct Ran<'a> {
    /// The example.
    pub example: &'a Example,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of the examples that a prompt may hold, in the spec's order.
#[derive(Debug, Clone)]
pub struct ShownRuns<'a>(Vec<Ran<'a>>);

impl<'a> ShownRuns<'a> {
    /// Each example with its outcome.
    pub fn runs(&self) -> &[Ran<'a>] {
        &self.0
    }

    /// Whether none failed.
    pub fn all_ran(&self) -> bool {
        all_ran(&self.0)
    }
}

/// What came of the held-out examples. Only the accuracy stage looks inside, and it gives away counts and nothing else: so
/// nothing of a held-out example can find its way into a prompt.
#[derive(Clone)]
pub struct HeldOutRuns<'a>(Vec<Ran<'a>>);

impl<'a> HeldOutRuns<'a> {
    pub(super) fn runs(&self) -> &[Ran<'a>] {
        &self.0
    }

    /// Whether none failed.
    pub fn all_ran(&self) -> bool {
        all_ran(&self.0)
    }
}

fn all_ran(runs: &[Ran<'_>]) -> bool {
    runs.iter().all(|ran| !matches!(ran.outcome, Outcome::Failed(_)))
}

impl fmt::Debug for HeldOutRuns<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HeldOutRuns({} examples)", self.0.len())
    }
}

/// An input as JSON, and the answer to it.
#[derive(Clone)]
pub(super) struct Exchange {
    pub(super) input: String,
    pub(super) answer: String,
}

/// Everything that was answered, to be run again where only the way to the answer counts. It holds held-out examples, so that
/// nothing of it may be told but what code they reach.
#[derive(Clone, Default)]
pub(super) struct Transcript {
    pub(super) examples: Vec<Exchange>,
    pub(super) generated: Vec<Exchange>,
}

impl fmt::Debug for Transcript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Transcript({} inputs)", self.examples.len() + self.generated.len())
    }
}

/// What came of all inputs.
#[derive(Debug, Clone)]
pub struct Runs<'a> {
    /// Of the examples that a prompt may hold.
    pub shown: ShownRuns<'a>,
    /// Of the held-out examples.
    pub held_out: HeldOutRuns<'a>,
    /// Of the inputs that were made; none if an example failed.
    pub generated: Generated,
    /// The module in the sandbox and what it answered, where nothing failed.
    pub(super) proven: Option<Proven>,
    pub(super) transcript: Transcript,
}

impl Runs<'_> {
    /// Whether none failed.
    pub fn all_ran(&self) -> bool {
        self.shown.all_ran() && self.held_out.all_ran() && self.generated.findings.is_empty()
    }
}

/// An input that a candidate answered alike in the sandbox and natively.
#[derive(Clone)]
pub(super) struct Answered {
    pub(super) input: BTreeMap<String, Value>,
    pub(super) outcome: Outcome,
    pub(super) is_held_out: bool,
}

/// A candidate in the sandbox, with every input that it answered there and natively alike.
#[derive(Clone)]
pub(super) struct Proven {
    module: Module,
    pub(super) answered: Vec<Answered>,
}

impl Proven {
    /// What comes of another input; `None` if nothing that counts.
    pub(super) fn ask(&self, program: &Program, spec: &Spec, input: &BTreeMap<String, Value>) -> Option<Outcome> {
        let answer = self.module.call_once(&super::generate::text_of(input), program).0.ok()?;
        let outcome = read_on(&answer, spec, input);
        (!answer.starts_with(differential::NO_INPUT) && !matches!(outcome, Outcome::Failed(_))).then_some(outcome)
    }
}

impl fmt::Debug for Proven {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Proven({} inputs)", self.answered.len())
    }
}

/// Runs a candidate on all examples of a split, and if it fails on none, on inputs that are made from the shown ones.
///
/// # Errors
/// The native program can't be started, which is a fault of the toolchain or of this compiler, not of an example.
pub(super) fn run<'a>(
    module: &Module,
    built: &Built,
    spec: &Spec,
    hash: &Hash,
    split: &Split<'a>,
) -> Result<Runs<'a>, Box<Diagnostic>> {
    let examples: Vec<&'a Example> = split.shown.iter().chain(&split.held_out).copied().collect();
    let inputs: Vec<String> = examples.iter().map(|example| json::input(example).to_string()).collect();
    let mut answers = in_sandbox(module, &inputs, &built.program);
    native::compare(built, &inputs, &mut answers)?;
    let answered = inputs
        .into_iter()
        .zip(&answers)
        .filter_map(|(input, answer)| Some(Exchange { input, answer: answer.as_ref().ok()?.clone() }));
    let exchanged: Vec<Exchange> = answered.collect();
    let mut runs: Vec<Ran<'a>> = examples
        .into_iter()
        .zip(answers)
        .map(|(example, answer)| {
            let outcome = match answer {
                Ok(answer) => answer::read(&answer, spec, example),
                Err(failure) => Outcome::Failed(failure),
            };
            Ran { example, outcome }
        })
        .collect();
    let held_out = runs.split_off(split.shown.len());
    let (generated, made, exchanged_then) = if all_ran(&runs) && all_ran(&held_out) {
        differential::run(module, built, spec, hash, &split.shown)?
    } else {
        Default::default()
    };
    let proven = (all_ran(&runs) && all_ran(&held_out) && generated.findings.is_empty()).then(|| {
        let of = |ran: &Ran<'_>, is_held_out| Answered {
            input: ran.example.input.clone(),
            outcome: ran.outcome.clone(),
            is_held_out,
        };
        let shown = runs.iter().map(|ran| of(ran, false));
        let answered = shown.chain(held_out.iter().map(|ran| of(ran, true))).chain(made).collect();
        Proven { module: module.clone(), answered }
    });
    let transcript = Transcript { examples: exchanged, generated: exchanged_then };
    Ok(Runs { shown: ShownRuns(runs), held_out: HeldOutRuns(held_out), generated, proven, transcript })
}

/// Runs a candidate in the sandbox alone, on examples of which only the inputs count.
pub(super) struct Prober<'b> {
    session: RefCell<Session<'b>>,
    program: &'b Program,
    spec: &'b Spec,
}

impl<'b> Prober<'b> {
    pub(super) fn new(module: &'b Module, program: &'b Program, spec: &'b Spec) -> Self {
        Self { session: RefCell::new(module.session()), program, spec }
    }

    /// What comes of each of `examples`.
    pub(super) fn run(&self, examples: &[Example]) -> Vec<Outcome> {
        let inputs: Vec<String> = examples.iter().map(|example| json::input(example).to_string()).collect();
        let mut session = self.session.borrow_mut();
        let answers = unless_limits(inputs.iter(), |input| session.call(input, self.program).0);
        let outcomes = examples.iter().zip(answers).map(|(example, answer)| match answer {
            Ok(answer) => answer::read(&answer, self.spec, example),
            Err(failure) => Outcome::Failed(failure),
        });
        outcomes.collect()
    }
}

/// The answer to each input, twice the same: in turn, and from the last to the first where addresses are others.
fn in_sandbox(module: &Module, inputs: &[String], program: &Program) -> Vec<Result<String, Failure>> {
    let backwards = || {
        let mut session = module.session_of_another_layout();
        let mut answers = unless_limits(inputs.iter().rev(), |input| session.call(input, program).0);
        answers.reverse();
        answers
    };
    let mut session = module.session();
    let (first, second) = thread::scope(|scope| {
        let second = scope.spawn(backwards);
        let first = unless_limits(inputs.iter(), |input| session.call(input, program).0);
        (first, second.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    first.into_iter().zip(second).map(|(first, second)| repeated(first?, second)).collect()
}

/// An answer that was given twice.
fn repeated(first: String, second: Result<String, Failure>) -> Result<String, Failure> {
    match second {
        Ok(second) if second == first => Ok(first),
        // Others have run into a limit, each of which is a failure of its own.
        Err(Failure { kind: FailureKind::Skipped, .. }) => Ok(first),
        Ok(_) => Err(Failure::new(FailureKind::Unrepeatable, "two runs on the same input gave different answers")),
        Err(failure) => Err(failure),
    }
}

/// The answer to each input, until too many have run into a limit.
fn unless_limits<'i>(
    inputs: impl Iterator<Item = &'i String>,
    mut answer: impl FnMut(&str) -> Result<String, Failure>,
) -> Vec<Result<String, Failure>> {
    let mut limits = 0;
    let answers = inputs.map(|input| {
        if limits == MOST_LIMITS {
            return Err(Failure::new(
                FailureKind::Skipped,
                format!("{MOST_LIMITS} examples before it ran into a limit"),
            ));
        }
        let answer = answer(input);
        if let Err(failure) = &answer
            && matches!(failure.kind, FailureKind::Time | FailureKind::Memory | FailureKind::Answer)
        {
            limits += 1;
        }
        answer
    });
    answers.collect()
}

impl Failure {
    fn new(kind: FailureKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), line: None }
    }

    /// From the harness's report of a panic: `file:line`, a line feed, the message.
    fn panic(report: &str, program: &Program) -> Self {
        /// Characters of a message: a panic about a string may quote all of it.
        const LONGEST: usize = 300;

        let (at, message) = report.split_once('\n').unwrap_or(("", report));
        let line = at
            .rsplit_once(':')
            .filter(|(file, _)| *file == super::syntax::FILE)
            .and_then(|(_, line)| program.line(line.parse().ok()?))
            .map(|line| (line, program.line_text(line).to_owned()));
        Self { kind: FailureKind::Panic, message: message.chars().take(LONGEST).collect(), line }
    }
}
