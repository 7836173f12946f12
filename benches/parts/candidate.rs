//! Validating one candidate once the kit is built.

use std::io;
use std::time::Instant;

use compiled_ai_benches::latency::quantile;
use compiled_ai_benches::table::{Table, time};
use compiled_ai_compiler::cache;
use compiled_ai_compiler::kit::{Kit, KitSource, Origin};
use compiled_ai_compiler::validate::security::literals;
use compiled_ai_compiler::validate::security::{self, Names, Profile, Signature};
use compiled_ai_compiler::validate::{Sandbox, Validator};
use compiled_ai_core::diagnostic::Diagnostic;
use compiled_ai_core::files::Disk;
use compiled_ai_core::spec::Spec;
use compiled_ai_core::{emit, hash, hit, load, split};

use super::krate::root;

const EXAMPLES: usize = 20;
const RUNS: usize = 7;

/// Prints the time of the gate and of each stage, for each showcase artifact with 20 of its examples.
pub(crate) fn print() -> io::Result<()> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).ok();
    let source = KitSource { runtime: Origin::Path(root().join("compiled-ai-runtime")), lock };
    let kit =
        Kit::prepare(&source, &cache::folder()?, true, &mut |what| eprintln!("{what}")).map_err(|why| trouble(&why))?;
    let validator = Validator { kit, sandbox: Sandbox::new().map_err(|why| trouble(&why))? };
    let mut table = Table::new(&["one candidate, 20 examples", "in all", "least", "gate", "stages"]);
    for (stem, regexes) in
        [("prior_authorization", ""), ("order_summary", ""), ("address", ", regex"), ("receipt", ", regex")]
    {
        let runs = (0..RUNS).map(|_| validate(&validator, stem)).collect::<io::Result<Vec<_>>>()?;
        let all: Vec<f64> = runs.iter().map(|run| run.all).collect();
        let least = all.iter().copied().fold(f64::INFINITY, f64::min);
        let gate = quantile(runs.iter().map(|run| run.gate).collect(), 0.5);
        let stages: Vec<String> = (0..runs[0].stages.len())
            .map(|stage| {
                let median = quantile(runs.iter().map(|run| run.stages[stage].1).collect(), 0.5);
                format!("{} {}", runs[0].stages[stage].0, time(median))
            })
            .collect();
        let name = format!("{stem}{regexes}");
        table.row([name, time(quantile(all, 0.5)), time(least), time(gate), stages.join(", ")]);
    }
    println!("{table}");
    Ok(())
}

/// Nanoseconds.
struct Run {
    all: f64,
    gate: f64,
    stages: Vec<(String, f64)>,
}

fn validate(validator: &Validator, stem: &str) -> io::Result<Run> {
    let krate = root().join("specs");
    let path = krate.join(format!("specs/{stem}.yaml"));
    let mut spec = load::load(&Disk, &path, stem).spec.ok_or_else(|| io::Error::other("the spec can't be read"))?;
    let hit = hit::look_up(&Disk, &hit::folder(&krate, &path), &spec, stem).map_err(|why| trouble(&why))?;
    spec.examples.truncate(EXAMPLES);
    let hash = hash::spec(&spec);
    let start = Instant::now();
    let source = gate(&spec, &hit.artifact)?;
    let gate = start.elapsed();
    let parts = split::split(&spec);
    let verdict = validator.validate(&spec, &hash, &parts, &source, &mut |_| {}).map_err(|why| trouble(&why))?;
    let all = start.elapsed();
    if !verdict.passed() {
        return Err(io::Error::other(format!("`{stem}` does not pass {:?}", verdict.failed())));
    }
    let stages = verdict.times.iter().map(|(stage, took)| (stage.to_string(), took.as_nanos() as f64)).collect();
    Ok(Run { all: all.as_nanos() as f64, gate: gate.as_nanos() as f64, stages })
}

/// What `compile` does with a reply before it is compiled.
fn gate(spec: &Spec, candidate: &str) -> io::Result<String> {
    let types = emit::named_types(spec).map(str::to_owned).collect();
    let (profile, names) = (Profile::gate_1(), Names { types: &types, signature: Signature::Template });
    let refused = |refusals: Vec<_>| io::Error::other(format!("{} refusals", refusals.len()));
    let accepted = security::check(candidate, profile, &names).map_err(refused)?;
    literals::check(candidate, profile, Some(spec))
        .map_err(|refusals| io::Error::other(format!("{}", refusals.len())))?;
    Ok(accepted.source)
}

fn trouble(diagnostic: &Diagnostic) -> io::Error {
    io::Error::other(diagnostic.message.clone())
}
