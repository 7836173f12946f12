//! Calls that are not the first.

use std::time::Duration;

use compiled_ai_benches::latency::{Sample, measure_in_rounds, quantile};
use compiled_ai_benches::table::{Table, ratio, time};

use super::component_jobs::{Job, Way};

/// How often everything is measured; the run in the middle is shown.
const RUNS: usize = 5;
const TIME: Duration = Duration::from_secs(2);

/// Prints ratios to the native call, and what a call takes.
pub(crate) fn print(jobs: &[Job]) {
    let mut table = Table::new(&["a call", "÷ native", "least", "most", "aim", "typical"]);
    for job in jobs {
        let functions: Vec<&dyn Fn(usize)> = job.calls.iter().map(|(_, call)| &**call as &dyn Fn(usize)).collect();
        let runs: Vec<Vec<f64>> = (0..RUNS)
            .map(|_| {
                let samples = measure_in_rounds(&functions, job.inputs, TIME);
                samples.iter().map(Sample::typical).collect()
            })
            .collect();
        for (number, (way, _)) in job.calls.iter().enumerate() {
            let ratios: Vec<f64> = runs.iter().map(|run| run[number] / run[0]).collect();
            let [least, middle, most] = [0.0, 0.5, 1.0].map(|share| quantile(ratios.clone(), share));
            let typical = quantile(runs.iter().map(|run| run[number]).collect(), 0.5);
            let name = format!("{}: {}", job.stem, way.name());
            table.row([name, ratio(middle), ratio(least), ratio(most), aim(*way).to_owned(), time(typical)]);
        }
    }
    println!("{table}");
}

fn aim(way: Way) -> &'static str {
    match way {
        Way::Native | Way::Fresh => "",
        Way::Reused => "2.0x",
        Way::Isolated => "5.0x",
    }
}
