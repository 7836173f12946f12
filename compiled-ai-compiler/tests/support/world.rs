//! A world in which waiting takes no time.
#![allow(dead_code, reason = "each test uses some of it")]

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use compiled_ai_compiler::model::World;

/// 1994-11-06 08:49:37 UTC, the date of RFC 9110.
pub(crate) const NOW: i64 = 784_111_777;

/// Has the variables that a test gives it, and a clock that only sleep moves.
#[derive(Default)]
pub(crate) struct Dream {
    variables: BTreeMap<String, OsString>,
    slept: Mutex<Vec<Duration>>,
}

impl Dream {
    /// A world with these variables.
    pub(crate) fn with(variables: &[(&str, &str)]) -> Arc<Self> {
        let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), OsString::from(value))).collect();
        Arc::new(Self { variables, slept: Mutex::default() })
    }

    /// How long was slept, each time.
    pub(crate) fn slept(&self) -> Vec<Duration> {
        self.slept.lock().expect("no test panics with it").clone()
    }
}

impl World for Dream {
    fn variable(&self, name: &str) -> Option<OsString> {
        self.variables.get(name).cloned()
    }

    fn elapsed(&self) -> Duration {
        self.slept().iter().sum()
    }

    fn unix_seconds(&self) -> i64 {
        NOW
    }

    fn sleep(&self, time: Duration) {
        self.slept.lock().expect("no test panics with it").push(time);
    }

    fn chance(&self) -> f64 {
        0.5
    }
}
