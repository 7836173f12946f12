//! A user's crate that has the same function twice: as a component, and natively.

use compiled_ai::{Abstain, Date, DateTime, Decimal, Time};

/// The component, as a module: with `try_run` and `host`.
#[compiled_ai::spec("everything.yaml")]
pub mod component {}

/// The same natively.
#[compiled_ai::spec("everything_native.yaml")]
pub mod native {}

/// The component behind a plain function, whose signature says nothing of it.
#[compiled_ai::spec("everything.yaml")]
#[allow(clippy::too_many_arguments)]
pub fn everything(
    text: &str,
    number: i64,
    price: Decimal,
    ratio: f64,
    flag: bool,
    day: Option<Date>,
    at: DateTime,
    clock: Option<Time>,
    data: &[u8],
    lines: &[Line],
    prices: &std::collections::BTreeMap<String, Decimal>,
    line: Option<&Line>,
) -> Result<Everything, Abstain>;
