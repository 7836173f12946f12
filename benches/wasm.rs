//! `cargo bench --bench wasm`: the showcase functions natively and as components.
//!
//! Prints the tables of docs/wasm.md, then runs criterion for its reports in `target/criterion`.

mod parts {
    pub(super) mod component;
    pub(super) mod component_calls;
    pub(super) mod component_first;
    pub(super) mod component_jobs;
    pub(super) mod component_size;
}

use std::time::Duration;

use compiled_ai_benches::machine;
use criterion::Criterion;

use parts::component_jobs::{self, Job};
use parts::{component, component_calls, component_first, component_size};

fn main() -> std::io::Result<()> {
    if let Some(first) = component_first::asked_for() {
        return component_first::answer(&first);
    }
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    // What `cargo test --benches` passes: everything once, nothing measured.
    let is_test = std::env::args().any(|argument| argument == "--test");
    let has_filter = std::env::args().skip(1).any(|argument| !argument.starts_with('-'));
    let components = component::all()?;
    let jobs = component_jobs::all(&components);
    if !is_test && !has_filter {
        println!("\nMeasured on: {}\n", machine::describe());
        component_size::print(&components);
        component_calls::print(&jobs);
        component_first::print(&components)?;
    }
    reports(&mut criterion, &jobs);
    criterion.final_summary();
    Ok(())
}

/// Criterion's own measurement: the calls on all inputs, one after the other.
fn reports(criterion: &mut Criterion, jobs: &[Job]) {
    for job in jobs {
        let mut group = criterion.benchmark_group(format!("{}, wasm", job.stem));
        for (way, call) in &job.calls {
            let mut inputs = (0..job.inputs).cycle();
            group.bench_function(way.name(), |bencher| bencher.iter(|| call(inputs.next().unwrap_or_default())));
        }
        group.finish();
    }
}
