//! A million records on two threads.

use std::time::Instant;

use compiled_ai_benches::job::{Call, Job};
use compiled_ai_benches::latency::quantile;
use compiled_ai_benches::table::{Table, three};

const RECORDS: usize = 1_000_000;
const THREADS: usize = 2;
/// How often each is run, in turn; odd, so that there is one in the middle.
const RUNS: usize = 5;

/// Prints records a second, and the throughput against that of the function written by hand.
pub(crate) fn print(jobs: &[Job]) {
    let mut table = Table::new(&[
        "1M records on 2 threads",
        "compiled, records/s",
        "by hand, records/s",
        "compiled ÷ by hand",
        "best",
    ]);
    for job in jobs {
        let runs: Vec<(f64, f64)> = (0..RUNS)
            .map(|_| (throughput(&job.compiled, job.inputs.len()), throughput(&job.by_hand, job.inputs.len())))
            .collect();
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
fn throughput(call: &Call, inputs: usize) -> f64 {
    let start = Instant::now();
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            scope.spawn(move || {
                for record in (thread..RECORDS).step_by(THREADS) {
                    call(record % inputs);
                }
            });
        }
    });
    RECORDS as f64 / start.elapsed().as_secs_f64()
}
