//! The honest "I do not know" of a compiled function.

use alloc::borrow::Cow;
use core::fmt;

use serde::{Deserialize, Serialize};

/// The function declines to answer: the input does not say, or does not say it clearly.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Abstain {
    /// Why, in a few words: lower case, no full stop.
    pub reason: Cow<'static, str>,
    /// The output field that can't be filled, or the input field that does not allow it, if it is one field's fault.
    #[serde(default)]
    pub field: Option<Cow<'static, str>>,
}

impl Abstain {
    /// Declines as a whole.
    pub fn new(reason: impl Into<Cow<'static, str>>) -> Self {
        Self { reason: reason.into(), field: None }
    }

    /// Declines because of the output or input field `field`.
    pub fn field(field: impl Into<Cow<'static, str>>, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { reason: reason.into(), field: Some(field.into()) }
    }
}

impl fmt::Display for Abstain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.field {
            Some(field) => write!(f, "abstained on `{field}`: {}", self.reason),
            None => write!(f, "abstained: {}", self.reason),
        }
    }
}

impl core::error::Error for Abstain {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn says_which_field_and_why() {
        assert_eq!(Abstain::new("no date").to_string(), "abstained: no date");
        assert_eq!(Abstain::field("total", "two totals").to_string(), "abstained on `total`: two totals");
    }

    #[test]
    fn survives_json_with_and_without_a_field() {
        let whole: Abstain = serde_json::from_str(r#"{"reason":"no date"}"#).unwrap();
        assert_eq!(whole, Abstain::new("no date"));
        let field = Abstain::field("total", "two totals");
        assert_eq!(serde_json::to_string(&field).unwrap(), r#"{"reason":"two totals","field":"total"}"#);
    }
}
