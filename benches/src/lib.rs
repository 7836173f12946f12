//! What the benchmarks share: functions written by hand for the showcase specs, the same in Python behind a pipe, and how
//! latencies are measured and shown. docs/benchmarks.md says what each figure is.

pub mod examples;
pub mod handwritten;
pub mod job;
pub mod latency;
pub mod machine;
pub mod python;
pub mod table;
