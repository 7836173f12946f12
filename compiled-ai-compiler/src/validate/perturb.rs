//! Does a candidate that is right on its examples compute its answers, or does it know them by heart?
//!
//! Shown examples are changed so that it is known what must happen, and run again in the sandbox:
//!
//! - **Substitution.** Where an answer stands in the input as it is printed (a total, a date, a name), it is replaced there by
//!   another one of the same form. Whoever reads the input answers something that no example has; whoever looks the example
//!   up by its length, its beginning or a name in it repeats the old answer, and whoever compares all of it gives up.
//! - **Neutral edits.** A line feed after a long text changes no reading of it. If every example then ends in one and the same
//!   answer or abstention, the text was compared and not read.
//! - **Other numbers.** If whatever number of the input is changed, and on whatever example, the end is one and the same, the
//!   numbers were compared and not computed with.
//!
//! All of this is made to accuse nobody falsely: answers that the spec itself says are left out, as are fields that only
//! sometimes stand in the input, and a candidate needs to fail on more than half of several cases. Where there are fewer right
//! examples than that takes, [`few`] changes each in more ways.

mod edit;
mod few;
mod printed;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use compiled_ai_core::diagnostic::{Code, Location};
use compiled_ai_core::spec::{Example, Expected, Spec};
use compiled_ai_core::value::Value;

use super::execution::{FailureKind, Module, Outcome, Prober, Ran, ShownRuns};
use super::security::literals;
use super::syntax::Program;

/// When a candidate counts as hard-coded, and how much is tried.
struct Limits {
    /// Cases below which nothing is said.
    cases: usize,
    /// The share of the cases, in percent, above which answers count as not following.
    dead_percent: usize,
    /// The share of a field's values, in percent, that must stand in the input for the field to be tried.
    printed_percent: usize,
    /// Cases at most.
    most_cases: usize,
    /// Examples at most that are edited.
    most_edited: usize,
    /// Characters from which a text counts as long.
    long_text: usize,
}

const LIMITS: Limits =
    Limits { cases: 4, dead_percent: 50, printed_percent: 60, most_cases: 24, most_edited: 8, long_text: 40 };

/// A candidate whose answers do not follow its input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HardCoded {
    /// How it showed.
    pub sign: Sign,
    /// Cases in which it did.
    pub of: usize,
    /// Cases that were tried.
    pub tried: usize,
}

/// How it shows that answers do not follow the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Where the answer was replaced in the input, nothing new came out.
    Substitution,
    /// A line feed after the text made every example end in the same way.
    Neutral,
    /// Whatever number was changed, every example ended in the same way.
    Numbers,
}

impl HardCoded {
    /// The diagnostic code that explains it.
    pub fn code(self) -> Code {
        compiled_ai_core::codes::gate::HARD_CODED
    }
}

impl fmt::Display for HardCoded {
    /// For a person and for a model; it tells nothing of an example.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { of, tried, .. } = self;
        f.write_str("The answers do not follow the input: they are those of the examples, known by heart. ")?;
        match self.sign {
            Sign::Substitution => write!(
                f,
                "In {of} of {tried} trials, a value that the answer is read from was replaced in the input by another of the \
                 same form, and the answer was not a new one."
            ),
            Sign::Neutral => write!(
                f,
                "In {of} of {tried} trials, a line feed was added at the end of the text, and all ended in the same way."
            ),
            Sign::Numbers => write!(
                f,
                "In {of} of {tried} trials, a number of the input was changed, and all ended in the same way."
            ),
        }?;
        f.write_str(" Read every answer from the input by what marks it in any input; know no example.")
    }
}

/// Tries a candidate on changed examples. Only those count on which it is right as they are.
pub(super) fn check(module: &Module, program: &Program, spec: &Spec, shown: &ShownRuns<'_>) -> Option<HardCoded> {
    let right: Vec<Right<'_>> = shown.runs().iter().filter_map(Right::of).collect();
    if right.is_empty() {
        return None;
    }
    let prober = Prober::new(module, program, spec);
    let probe = |inputs: Vec<Input>| prober.run(&inputs.into_iter().map(example).collect::<Vec<_>>());
    if right.len() < LIMITS.cases {
        return few::check(spec, &right, &probe);
    }
    same_end(Sign::Neutral, &right, neutral(&right), &probe)
        .or_else(|| same_end(Sign::Numbers, &right, numbers(&right), &probe))
        .or_else(|| substitution(spec, &right, &probe))
}

type Input = BTreeMap<String, Value>;
type Probe<'p> = dyn Fn(Vec<Input>) -> Vec<Outcome> + 'p;

/// An example that the candidate answers as expected.
struct Right<'a> {
    input: &'a Input,
    output: &'a Value,
}

impl<'a> Right<'a> {
    fn of(ran: &Ran<'a>) -> Option<Self> {
        match (&ran.example.expected, &ran.outcome) {
            (Expected::Output(output), Outcome::Output(found)) if output == found => {
                Some(Self { input: &ran.example.input, output })
            }
            _ => None,
        }
    }
}

fn example(input: Input) -> Example {
    let expected = Expected::Abstain { field: None };
    Example { id: String::new(), input, expected, held_out: None, at: Location::nowhere() }
}

/// Inputs with something at the end of each long text; each belongs to an example.
fn neutral(right: &[Right<'_>]) -> Vec<(usize, Input)> {
    let edited = right.iter().enumerate().filter_map(|(index, example)| {
        let mut inputs = vec![];
        for end in ["\n", " \n\n"] {
            let (input, count) = edit::texts(example.input, &mut |text| {
                (text.chars().count() >= LIMITS.long_text).then(|| format!("{text}{end}"))
            });
            if count > 0 {
                inputs.push((index, input));
            }
        }
        (!inputs.is_empty()).then_some(inputs)
    });
    edited.take(LIMITS.most_edited).flatten().collect()
}

/// Inputs with another number in one place, or in all.
fn numbers(right: &[Right<'_>]) -> Vec<(usize, Input)> {
    let edited = right.iter().enumerate().map(|(index, example)| {
        edit::numbers(example.input).into_iter().map(|input| (index, input)).collect::<Vec<_>>()
    });
    edited.filter(|inputs| !inputs.is_empty()).take(LIMITS.most_edited).flatten().collect()
}

/// Whether different examples all come to one end when they are edited.
fn same_end(sign: Sign, right: &[Right<'_>], edits: Vec<(usize, Input)>, probe: &Probe<'_>) -> Option<HardCoded> {
    let (of, inputs): (Vec<usize>, Vec<Input>) = edits.into_iter().unzip();
    let edited: BTreeSet<usize> = of.iter().copied().collect();
    let mut originals: Vec<&Value> = vec![];
    for &index in &edited {
        if !originals.contains(&right[index].output) {
            originals.push(right[index].output);
        }
    }
    if edited.len() < LIMITS.cases || originals.len() < 3 {
        return None;
    }
    let outcomes = probe(inputs);
    let tried = outcomes.len();
    let first = outcomes.first()?;
    outcomes.iter().all(|outcome| same(first, outcome)).then_some(HardCoded { sign, of: tried, tried })
}

/// Whether two outcomes are one end. What the sandbox or the spec refused says nothing of how the candidate works.
fn same(a: &Outcome, b: &Outcome) -> bool {
    match (a, b) {
        (Outcome::Output(a), Outcome::Output(b)) => a == b,
        (Outcome::Abstained { field: a, .. }, Outcome::Abstained { field: b, .. }) => a == b,
        (Outcome::Failed(a), Outcome::Failed(b)) => a.kind == b.kind && a.kind == FailureKind::Panic,
        _ => false,
    }
}

/// An answer that stands in an example's input.
struct Case {
    example: usize,
    path: String,
    old: Value,
    substitutions: Vec<Input>,
    /// What came of the inputs that were tried.
    outcomes: Vec<Outcome>,
}

/// What is known of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing that counts.
    Open,
    /// Something came out that no example has.
    Alive,
    /// Nothing did.
    Dead,
}

/// Whether more than half of the answers that stand in the input are dead, of all or of one field.
fn substitution(spec: &Spec, right: &[Right<'_>], probe: &Probe<'_>) -> Option<HardCoded> {
    let said = literals::words_of(spec);
    let mut cases = cases(right, &said);
    let known = known(spec);
    for round in 0..printed::MOST {
        try_more(&mut cases, &known, probe, |case| case.substitutions.get(round).cloned().into_iter().collect());
    }
    // A total may be added up from its parts: then it follows other numbers than the one that is printed.
    try_more(&mut cases, &known, probe, |case| match case.state(&known) {
        State::Dead => edit::digits(right[case.example].input),
        State::Open | State::Alive => vec![],
    });
    let mut counts: BTreeMap<Option<String>, (usize, usize)> = BTreeMap::new();
    for case in &cases {
        let state = case.state(&known);
        for group in [None, Some(field(&case.path))] {
            let (dead, tried) = counts.entry(group).or_default();
            *dead += usize::from(state == State::Dead);
            *tried += usize::from(state != State::Open);
        }
    }
    let is_hard_coded =
        |(dead, tried): &&(usize, usize)| *tried >= LIMITS.cases && dead * 100 > tried * LIMITS.dead_percent;
    let (of, tried) = counts.values().find(is_hard_coded)?;
    Some(HardCoded { sign: Sign::Substitution, of: *of, tried: *tried })
}

/// Runs what `inputs` gives for each case of which nothing new has come out yet.
fn try_more(
    cases: &mut [Case],
    known: &BTreeMap<String, Vec<Value>>,
    probe: &Probe<'_>,
    inputs: impl Fn(&Case) -> Vec<Input>,
) {
    let is_open = |case: &Case| case.state(known) != State::Alive;
    let inputs: Vec<Vec<Input>> = cases.iter().map(|case| if is_open(case) { inputs(case) } else { vec![] }).collect();
    let counts: Vec<usize> = inputs.iter().map(Vec::len).collect();
    let mut outcomes = probe(inputs.into_iter().flatten().collect()).into_iter();
    for (case, count) in cases.iter_mut().zip(counts) {
        case.outcomes.extend(outcomes.by_ref().take(count));
    }
}

impl Case {
    fn state(&self, known: &BTreeMap<String, Vec<Value>>) -> State {
        let field = field(&self.path);
        let (mut is_unknown, mut is_unmoved) = (self.outcomes.is_empty(), true);
        for outcome in &self.outcomes {
            match outcome {
                Outcome::Output(output) => {
                    let found = edit::leaves(output).into_iter().find(|(path, _)| *path == self.path);
                    let Some((_, found)) = found.filter(|(_, found)| **found != Value::Null) else {
                        is_unmoved = false;
                        continue;
                    };
                    if !known.get(&field).is_some_and(|known| known.contains(found)) {
                        return State::Alive;
                    }
                    is_unmoved &= *found == self.old;
                }
                Outcome::Abstained { .. } => is_unmoved = false,
                // The candidate did answer, and what is not seen here.
                Outcome::Failed(failure) => {
                    is_unknown |= failure.kind != FailureKind::Panic;
                    is_unmoved = false;
                }
            }
        }
        // A name may be known from a list that the candidate has a right to, and another one be none. There is no such list of
        // dates and amounts.
        let is_dead = is_unmoved || printed::has_digits(&self.old);
        if is_dead && !is_unknown { State::Dead } else { State::Open }
    }
}

/// A path without its positions, the same for each element of a list.
fn field(path: &str) -> String {
    let mut is_position = false;
    path.chars()
        .filter(|c| {
            is_position = *c == '[' || (is_position && *c != ']');
            !is_position
        })
        .collect()
}

/// All values of each field over all examples: what a candidate could know by heart.
fn known(spec: &Spec) -> BTreeMap<String, Vec<Value>> {
    let mut known: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for example in &spec.examples {
        if let Expected::Output(output) = &example.expected {
            for (path, value) in edit::leaves(output) {
                known.entry(field(&path)).or_default().push(value.clone());
            }
        }
    }
    known
}

/// The answers that stand in the inputs, of the fields of which most do.
fn cases(right: &[Right<'_>], said: &BTreeSet<String>) -> Vec<Case> {
    let mut cases = vec![];
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (index, example) in right.iter().enumerate() {
        for (path, old) in edit::leaves(example.output) {
            if *old == Value::Null {
                continue;
            }
            let substitutions = printed::substitutions(old, example.input, said);
            let count = counts.entry(field(&path)).or_default();
            count.1 += 1;
            if !substitutions.is_empty() {
                count.0 += 1;
                cases.push(Case { example: index, path, old: old.clone(), substitutions, outcomes: vec![] });
            }
        }
    }
    cases.retain(|case| {
        counts
            .get(&field(&case.path))
            .is_some_and(|(printed, of)| *printed >= 3 && printed * 100 >= of * LIMITS.printed_percent)
    });
    // Evenly over all examples.
    let step = cases.len().div_ceil(LIMITS.most_cases).max(1);
    cases.into_iter().step_by(step).collect()
}
