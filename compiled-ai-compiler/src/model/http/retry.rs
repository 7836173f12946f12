//! When a request is repeated, and how long to wait before.
//!
//! Repeated is only what surely cost nothing: a server that said it is busy, a connection that never was. A request that was sent
//! and got no whole answer may have been charged for, so it is an error, and whoever keeps the budget decides.

use std::time::Duration;

use super::super::World;

/// The first wait, before chance shortens it.
const FIRST: Duration = Duration::from_secs(1);
/// The longest wait that nobody asked for.
const LONGEST: Duration = Duration::from_secs(60);

/// How a request may be repeated.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Again {
    /// How often it is sent at most.
    pub(super) tries: u32,
    /// How long the server wants to be left alone.
    pub(super) after: Option<Duration>,
}

/// The tries for one prompt.
pub(super) struct Retries<'a> {
    world: &'a dyn World,
    deadline: Duration,
    tries: u32,
}

impl<'a> Retries<'a> {
    /// Tries within `total`, from now on.
    pub(super) fn new(world: &'a dyn World, total: Duration) -> Self {
        Self { world, deadline: world.elapsed().saturating_add(total), tries: 1 }
    }

    /// The time that is left.
    pub(super) fn left(&self) -> Duration {
        self.deadline.saturating_sub(self.world.elapsed())
    }

    /// How long to wait before the next try, which counts from here on.
    ///
    /// # Errors
    /// There is to be none; says why.
    pub(super) fn next(&mut self, again: &Again) -> Result<Duration, String> {
        if self.tries >= again.tries {
            return Err(match self.tries {
                1 => "it was asked once".to_owned(),
                tries => format!("it was asked {tries} times"),
            });
        }
        let wait = delay(self.tries, again.after, self.world.chance());
        if wait >= self.left() {
            return Err(match again.after {
                Some(after) => format!(
                    "it asks to wait {} s, and `total_seconds` leaves {} s",
                    after.as_secs(),
                    self.left().as_secs()
                ),
                None => format!("it was asked {} times, until `total_seconds` had passed", self.tries),
            });
        }
        self.tries += 1;
        Ok(wait)
    }
}

/// The wait after try number `tries`: exponential with full jitter, which spreads many clients best
/// (<https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/>). What a server asks for is a minimum, to which up
/// to a second is added.
fn delay(tries: u32, after: Option<Duration>, chance: f64) -> Duration {
    let chance = chance.clamp(0.0, 1.0);
    match after {
        Some(after) => after.saturating_add(Duration::from_secs(1).mul_f64(chance)),
        None => FIRST.saturating_mul(1 << (tries - 1).min(16)).min(LONGEST).mul_f64(chance),
    }
}

/// Reads `Retry-After`: seconds, or a date as HTTP writes it. A date that has passed is no wait; what is neither counts as absent.
pub(super) fn retry_after(value: &str, unix_seconds: i64) -> Option<Duration> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // What no number can hold is longer than anybody waits.
        return Some(Duration::from_secs(value.parse().unwrap_or(u32::MAX).into()));
    }
    if let Some(seconds) = seconds(value) {
        return Some(seconds);
    }
    let at = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(value).ok()?;
    Some(Duration::from_secs(u64::try_from(at.as_second().saturating_sub(unix_seconds)).unwrap_or(0)))
}

/// Reads `retry-after-ms`: milliseconds.
pub(super) fn retry_after_ms(value: &str) -> Option<Duration> {
    seconds(value.trim()).map(|milliseconds| milliseconds.div_f64(1000.0))
}

/// A number of seconds with a fraction.
fn seconds(value: &str) -> Option<Duration> {
    value.parse().ok().and_then(|seconds: f64| Duration::try_from_secs_f64(seconds).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_up_to_a_limit_and_are_spread() {
        let waits: Vec<u64> = (1..10).map(|tries| delay(tries, None, 1.0).as_secs()).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(delay(4, None, 0.25), Duration::from_secs(2));
        assert_eq!(delay(u32::MAX, None, 0.0), Duration::ZERO);
    }

    #[test]
    fn a_server_is_left_alone_at_least_as_long_as_it_asks() {
        for chance in [0.0, 0.5, 0.999] {
            let wait = delay(1, Some(Duration::from_secs(30)), chance);
            assert!((30.0..31.0).contains(&wait.as_secs_f64()), "{wait:?}");
        }
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        // 1994-11-06 08:49:37 UTC, the date of RFC 9110.
        let now = 784_111_777;
        let seconds = |value: &str| retry_after(value, now).map(|wait| wait.as_secs_f64());
        assert_eq!(seconds("120"), Some(120.0));
        assert_eq!(seconds(" 1.5 "), Some(1.5));
        assert_eq!(seconds("Sun, 06 Nov 1994 08:50:37 GMT"), Some(60.0));
        assert_eq!(seconds("Sun, 06 Nov 1994 08:00:00 GMT"), Some(0.0));
        for strange in ["", "soon", "-5", "NaN", "1e400", "Sun, 99 Nov 1994 08:50:37 GMT", "99999999999999999999999"] {
            let wait = seconds(strange);
            assert!(wait.is_none() || wait > Some(1e9), "{strange}: {wait:?}");
        }
        assert_eq!(retry_after_ms("1500"), Some(Duration::from_millis(1500)));
        assert_eq!(retry_after_ms("x"), None);
    }
}
