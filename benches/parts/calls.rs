//! Single calls.

use std::time::Duration;

use compiled_ai_benches::job::Job;
use compiled_ai_benches::latency::{Sample, measure};
use compiled_ai_benches::python::{self, Server};
use compiled_ai_benches::table::{Table, ratio, time};
use compiled_ai_compiler::stats::paper;

use super::direct;

/// How often everything is measured; the run in the middle is shown.
const RUNS: usize = 5;
const TIME: Duration = Duration::from_secs(1);

/// Prints P50, P99, jitter and ratios.
pub(crate) fn print(jobs: &[Job]) {
    let mut python = Server::start().unwrap_or_else(|error| {
        eprintln!("`python3` does not start ({error}): its rows are skipped");
        None
    });
    match &mut python {
        Some(server) => println!("Python: {}\n", server.version().unwrap_or_default()),
        None => println!("{}\n", python::MISSING),
    }
    let mut table = Table::new(&["function", "÷ by hand", "least", "P50", "P99", "jitter"]);
    let mut slowest = 0.0_f64;
    for job in jobs {
        let [compiled, by_hand] = natively(job);
        slowest = slowest.max(compiled.sample.p50());
        row(&mut table, &format!("{}: compiled", job.stem), &compiled);
        row(&mut table, &format!("{}: by hand", job.stem), &by_hand);
        if let Some(server) = &mut python {
            let base = by_hand.sample.typical();
            match in_python(server, job) {
                Ok((inside, round_trip)) => {
                    row(&mut table, &format!("{}: Python, the call", job.stem), &Figures::over(inside, base));
                    row(&mut table, &format!("{}: Python, through a pipe", job.stem), &Figures::over(round_trip, base));
                }
                Err(error) => eprintln!("{}: Python failed: {error}", job.stem),
            }
        }
    }
    println!("{table}");
    beside_the_paper(slowest);
}

/// A sample with its ratio to the function written by hand.
struct Figures {
    sample: Sample,
    /// Of the run in the middle, and the least of all runs.
    ratios: (f64, f64),
}

impl Figures {
    fn over(sample: Sample, base: f64) -> Self {
        let ratio = sample.typical() / base;
        Self { sample, ratios: (ratio, ratio) }
    }
}

/// The compiled function and the one written by hand, of the run whose ratio is the median.
fn natively(job: &Job) -> [Figures; 2] {
    let mut runs: Vec<(f64, Vec<Sample>)> = (0..RUNS)
        .map(|_| {
            let samples = measure(&[&job.compiled, &job.by_hand], job.inputs.len(), TIME);
            (samples[0].typical() / samples[1].typical(), samples)
        })
        .collect();
    runs.sort_by(|one, other| one.0.total_cmp(&other.0));
    let least = runs[0].0;
    let (middle, mut samples) = runs.swap_remove(RUNS / 2);
    let by_hand = Figures { sample: samples.swap_remove(1), ratios: (1.0, 1.0) };
    [Figures { sample: samples.swap_remove(0), ratios: (middle, least) }, by_hand]
}

fn in_python(server: &mut Server, job: &Job) -> std::io::Result<(Sample, Sample)> {
    let (mut inside, mut round_trip) = (Sample::default(), Sample::default());
    let time = TIME.mul_f64(3.0) / u32::try_from(job.inputs.len()).unwrap_or(1);
    // What is imported or compiled at first use belongs to no call.
    for input in &job.inputs {
        server.call(job.stem, input)?;
    }
    for input in &job.inputs {
        let times = server.times(job.stem, input, time)?;
        inside.inputs.push(times.inside);
        round_trip.inputs.push(times.round_trip);
    }
    Ok((inside, round_trip))
}

fn row(table: &mut Table, name: &str, figures: &Figures) {
    let sample = &figures.sample;
    let jitter = format!("{:.0} %", sample.jitter() * 100.0);
    let (middle, least) = figures.ratios;
    table.row([name.to_owned(), ratio(middle), ratio(least), time(sample.p50()), time(sample.p99()), jitter]);
}

/// The paper's rows are its own figures, over other tasks and on another machine.
fn beside_the_paper(slowest: f64) {
    let mut table = Table::new(&["beside a model at run time", "P50", "÷ our slowest P50"]);
    let mut row = |name: &str, p50: f64| table.row([name.to_owned(), time(p50), ratio(p50 / slowest)]);
    row("slowest compiled function here", slowest);
    let from = paper::SOURCE;
    row(&format!("compiled workflow in Python, the paper's figure ({from})"), paper::COMPILED_P50_MS * 1e6);
    match direct::measure() {
        Ok((model, sample)) => row(&format!("receipt, a direct call of {model}, measured"), sample.p50()),
        Err(why) => {
            println!("{why}\n");
            row(&format!("a direct call of a model, the paper's figure ({from})"), paper::DIRECT_P50_MS * 1e6);
        }
    }
    println!("{table}");
}
