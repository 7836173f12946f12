//! Latencies of single calls: median, 99th percentile and jitter.

use std::time::{Duration, Instant};

/// What is timed at once lasts at least so long, or the clock itself would count.
const SHORTEST: Duration = Duration::from_micros(2);

/// The times of calls, by input.
#[derive(Debug, Clone, Default)]
pub struct Sample {
    /// Nanoseconds a call.
    pub inputs: Vec<Vec<f64>>,
}

impl Sample {
    /// The median over the calls on all inputs, each input counting the same, in nanoseconds.
    pub fn p50(&self) -> f64 {
        quantile(self.inputs.iter().flatten().copied().collect(), 0.5)
    }

    /// The 99th percentile over the calls on all inputs, in nanoseconds.
    pub fn p99(&self) -> f64 {
        quantile(self.inputs.iter().flatten().copied().collect(), 0.99)
    }

    /// The mean over inputs of the median call, in nanoseconds: what a call of the whole mix costs, without what disturbed single
    /// calls.
    pub fn typical(&self) -> f64 {
        mean(&self.inputs.iter().map(|calls| quantile(calls.clone(), 0.5)).collect::<Vec<_>>())
    }

    /// The coefficient of variation (standard deviation over mean) of the calls on one input, the median over inputs; 0 is no jitter.
    pub fn jitter(&self) -> f64 {
        quantile(self.inputs.iter().map(|calls| variation(calls)).collect(), 0.5)
    }
}

/// Times functions over `inputs` inputs for `time`, all of them in turn on each input, so that what disturbs one disturbs the
/// others.
///
/// A call that is shorter than 2 µs is timed together with as many of its kind as take that long; its time is then their mean.
pub fn measure(functions: &[&dyn Fn(usize)], inputs: usize, time: Duration) -> Vec<Sample> {
    let batches = batches(functions, inputs);
    let mut samples = vec![Sample { inputs: vec![Vec::new(); inputs] }; functions.len()];
    let start = Instant::now();
    while start.elapsed() < time || samples[0].inputs[0].len() < 10 {
        for (input, batches) in batches.iter().enumerate() {
            for ((function, batch), sample) in functions.iter().zip(batches).zip(&mut samples) {
                sample.inputs[input].push(nanoseconds(function, input, *batch));
            }
        }
    }
    samples
}

/// As [`measure`], but with one function on all inputs before the next one's turn: for functions that push each other out of the
/// caches.
pub fn measure_in_rounds(functions: &[&dyn Fn(usize)], inputs: usize, time: Duration) -> Vec<Sample> {
    let batches = batches(functions, inputs);
    let mut samples = vec![Sample { inputs: vec![Vec::new(); inputs] }; functions.len()];
    let start = Instant::now();
    while start.elapsed() < time || samples[0].inputs[0].len() < 10 {
        for (number, (function, sample)) in functions.iter().zip(&mut samples).enumerate() {
            for (input, batches) in batches.iter().enumerate() {
                sample.inputs[input].push(nanoseconds(function, input, batches[number]));
            }
        }
    }
    samples
}

/// How often each function is called at once, by input.
fn batches(functions: &[&dyn Fn(usize)], inputs: usize) -> Vec<Vec<u32>> {
    (0..inputs).map(|input| functions.iter().map(|function| batch(function, input)).collect()).collect()
}

/// So many calls take [`SHORTEST`].
fn batch(function: &dyn Fn(usize), input: usize) -> u32 {
    let mut calls = 1;
    while calls < 1 << 16 && nanoseconds(function, input, calls) * f64::from(calls) < SHORTEST.as_nanos() as f64 {
        calls *= 2;
    }
    calls
}

fn nanoseconds(function: &dyn Fn(usize), input: usize, calls: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..calls {
        function(input);
    }
    start.elapsed().as_nanos() as f64 / f64::from(calls)
}

/// The value below which this share of `values` lies; not a number of nothing.
pub fn quantile(mut values: Vec<f64>, share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get((share * last as f64).round() as usize).copied().unwrap_or(f64::NAN)
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn variation(values: &[f64]) -> f64 {
    let mean = mean(values);
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64;
    variance.sqrt() / mean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_and_jitter_are_what_they_say() {
        let values: Vec<f64> = (1..=101).rev().map(f64::from).collect();
        assert_eq!((quantile(values.clone(), 0.5), quantile(values, 0.99)), (51.0, 100.0));
        let sample = Sample { inputs: vec![vec![2.0, 4.0], vec![3.0, 3.0], vec![1.0, 3.0]] };
        assert!((sample.jitter() - 1.0 / 3.0).abs() < 1e-9, "{}", sample.jitter());
        assert!(quantile(Vec::new(), 0.5).is_nan());
    }

    #[test]
    fn every_function_is_called_on_every_input() {
        let count = std::cell::RefCell::new(vec![0; 6]);
        let (one, two) = (|input| count.borrow_mut()[input] += 1, |input| count.borrow_mut()[3 + input] += 1);
        for measure in [measure, measure_in_rounds] {
            count.borrow_mut().fill(0);
            let samples = measure(&[&one, &two], 3, Duration::ZERO);
            assert!(samples.iter().flat_map(|sample| &sample.inputs).all(|calls| calls.len() >= 10));
            assert!(count.borrow().iter().all(|calls| *calls >= 10));
        }
    }
}
