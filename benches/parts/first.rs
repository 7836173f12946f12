//! The first call of a program: regular expressions are compiled there, once.

use std::process::Command;
use std::time::Instant;

use compiled_ai_benches::job::{self, Job};
use compiled_ai_benches::latency::quantile;
use compiled_ai_benches::table::{Table, ratio, time};

/// Each first call needs a program of its own.
const PROGRAMS: usize = 15;
/// Tells such a program what to call: `receipt/compiled`.
const VARIABLE: &str = "COMPILED_AI_BENCH_FIRST_CALL";

/// What this program was started for, if it is one of those.
pub(crate) fn asked_for() -> Option<String> {
    std::env::var(VARIABLE).ok()
}

/// Prints the nanoseconds of the first call and of the second.
pub(crate) fn answer(function: &str) {
    let jobs = job::all();
    let found = jobs.iter().find_map(|job| match function.strip_prefix(job.stem)? {
        "/compiled" => Some(&job.compiled),
        "/by hand" => Some(&job.by_hand),
        _ => None,
    });
    let Some(call) = found else { panic!("`{VARIABLE}` names no function: `{function}`") };
    let [first, second] = [(); 2].map(|()| {
        let start = Instant::now();
        call(0);
        start.elapsed().as_nanos()
    });
    println!("{first} {second}");
}

/// Prints first calls and second calls.
pub(crate) fn print(jobs: &[Job]) {
    let mut table = Table::new(&["first example in a new process", "first call", "second call", "÷ second"]);
    for job in jobs {
        for name in ["compiled", "by hand"] {
            let calls: Vec<(f64, f64)> =
                (0..PROGRAMS).filter_map(|_| in_a_program(&format!("{}/{name}", job.stem))).collect();
            let median = |pick: fn(&(f64, f64)) -> f64| quantile(calls.iter().map(pick).collect(), 0.5);
            let (first, second) = (median(|calls| calls.0), median(|calls| calls.1));
            table.row([format!("{}: {name}", job.stem), time(first), time(second), ratio(first / second)]);
        }
    }
    println!("{table}");
}

fn in_a_program(function: &str) -> Option<(f64, f64)> {
    let output = Command::new(std::env::current_exe().ok()?).env(VARIABLE, function).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let (first, second) = text.trim().split_once(' ')?;
    Some((first.parse().ok()?, second.parse().ok()?))
}
