//! The four stages that a candidate passes before it may be locked. Each takes what the one before returns.

pub mod accuracy;
pub mod component;
mod coverage;
pub mod differential;
pub mod execution;
pub mod generate;
pub mod perturb;
mod run;
pub mod scan;
pub mod security;
pub mod syntax;

pub use accuracy::{Mistake, PartReport, Report, What};
pub use component::Difference;
pub use differential::{Finding, Generated};
pub use execution::Sandbox;
pub use perturb::HardCoded;
pub use run::{Findings, Proven, Stage, StageEvent, Validator, Verdict};
pub use syntax::CompileError;
