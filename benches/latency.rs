//! `cargo bench --bench latency`: the showcase functions as a model wrote them, as a person would write them, and in Python.
//!
//! Prints the tables of docs/benchmarks.md, then runs criterion for its reports in `target/criterion`.

mod parts {
    pub(super) mod batch;
    pub(super) mod calls;
    pub(super) mod direct;
    pub(super) mod first;
}

use std::time::Duration;

use compiled_ai_benches::job::{self, Job};
use compiled_ai_benches::machine;
use criterion::Criterion;

use parts::{batch, calls, first};

fn main() {
    if let Some(first) = first::asked_for() {
        first::answer(&first);
        return;
    }
    let jobs = job::all();
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    // What `cargo test --benches` passes: everything once, nothing measured.
    let is_test = std::env::args().any(|argument| argument == "--test");
    let has_filter = std::env::args().skip(1).any(|argument| !argument.starts_with('-'));
    if !is_test && !has_filter {
        println!("\nMeasured on: {}\n", machine::describe());
        calls::print(&jobs);
        first::print(&jobs);
        batch::print(&jobs);
    }
    reports(&mut criterion, &jobs);
    criterion.final_summary();
}

/// Criterion's own measurement: the calls on all inputs, one after the other.
fn reports(criterion: &mut Criterion, jobs: &[Job]) {
    for job in jobs {
        let mut group = criterion.benchmark_group(job.stem);
        for (name, call) in [("compiled", &job.compiled), ("by hand", &job.by_hand)] {
            let mut inputs = (0..job.inputs.len()).cycle();
            group.bench_function(name, |bencher| bencher.iter(|| call(inputs.next().unwrap_or_default())));
        }
        group.finish();
    }
}
