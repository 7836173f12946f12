//! What a provider takes from around it: variables, time, chance. Tests put their own in its place.

use std::ffi::OsString;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime};

/// Environment variables, clocks, sleep and chance.
pub trait World: Send + Sync {
    /// The value of an environment variable, if it is set.
    fn variable(&self, name: &str) -> Option<OsString>;

    /// Time since some fixed moment; never goes back.
    fn elapsed(&self) -> Duration;

    /// Seconds since 1970, by the wall clock.
    fn unix_seconds(&self) -> i64;

    /// Waits.
    fn sleep(&self, time: Duration);

    /// A random number of at least 0 and less than 1. Spreads retries; keeps no secret.
    fn chance(&self) -> f64;
}

/// The world as the operating system gives it.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl World for System {
    fn variable(&self, name: &str) -> Option<OsString> {
        std::env::var_os(name)
    }

    fn elapsed(&self) -> Duration {
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        START.elapsed()
    }

    fn unix_seconds(&self) -> i64 {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
    }

    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }

    fn chance(&self) -> f64 {
        // The standard library seeds each `RandomState` anew; 53 bits fill the mantissa.
        (RandomState::new().hash_one(0) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
