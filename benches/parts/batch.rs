//! A million records on two threads.

use std::time::Instant;

use compiled_ai_benches::job::{Call, Job};
use compiled_ai_benches::latency::quantile;
use compiled_ai_benches::table::{Table, three};

const RECORDS: usize = 1_000_000;
/// Takes the place of [`RECORDS`]: for a look at the program rather than at its figures.
const VARIABLE: &str = "COMPILED_AI_BENCH_RECORDS";
const THREADS: usize = 2;
/// How often each is run, in turn; odd, so that there is one in the middle.
const RUNS: usize = 5;

/// Prints records a second, and the throughput against that of the function written by hand.
pub(crate) fn print(jobs: &[Job]) {
    let records = std::env::var(VARIABLE).ok().and_then(|text| text.parse().ok()).unwrap_or(RECORDS);
    let title = format!("{} records on {THREADS} threads", three(records as f64));
    let mut table = Table::new(&[&title, "compiled, records/s", "by hand, records/s", "compiled ÷ by hand", "best"]);
    for job in jobs {
        let run = |call| throughput(call, job.inputs.len(), records);
        let runs: Vec<(f64, f64)> = (0..RUNS).map(|_| (run(&job.compiled), run(&job.by_hand))).collect();
        let middle = |values: Vec<f64>| quantile(values, 0.5);
        let compiled = middle(runs.iter().map(|run| run.0).collect());
        let by_hand = middle(runs.iter().map(|run| run.1).collect());
        let ratios: Vec<f64> = runs.iter().map(|(compiled, by_hand)| compiled / by_hand).collect();
        let best = ratios.iter().copied().fold(0.0, f64::max);
        let percent = |share: f64| format!("{:.0} %", share * 100.0);
        table.row([job.stem.to_owned(), three(compiled), three(by_hand), percent(middle(ratios)), percent(best)]);
    }
    println!("{table}");
}

/// Records a second.
fn throughput(call: &Call, inputs: usize, records: usize) -> f64 {
    let start = Instant::now();
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            scope.spawn(move || {
                for record in (thread..records).step_by(THREADS) {
                    call(record % inputs);
                }
            });
        }
    });
    records as f64 / start.elapsed().as_secs_f64()
}
