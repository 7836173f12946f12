//! JSON in and out of a compiled function.

use alloc::format;
use alloc::string::{String, ToString};

use serde::Serialize;

use crate::{Abstain, CompiledFn, finite};

/// Calls `F` with JSON and says in JSON what came of it. The result is exactly one of
///
/// - `{"ok": <output>}`,
/// - `{"abstain": {"reason": "…", "field": "…" or null}}`,
/// - `{"error": "…"}`: the input does not fit `F::In`, or the output has no JSON form (a float that is infinite or not
///   a number).
///
/// # Panics
/// Only if `F::call` does.
pub fn call_json<F: CompiledFn>(input: &str) -> String {
    let answer = match serde_json::from_str::<F::In>(input) {
        Ok(input) => match F::call(&input) {
            Ok(output) => encode(&output),
            Err(abstain) => Ok(Answer::Abstain(abstain).to_json()),
        },
        Err(error) => Err(format!("input does not parse: {error}")),
    };
    answer.unwrap_or_else(|error| Answer::Error(error).to_json())
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Answer<'a, T: Serialize> {
    Ok(&'a T),
    Abstain(Abstain),
    Error(String),
}

impl Answer<'_, ()> {
    fn to_json(&self) -> String {
        // Strings always have a JSON form; the fallback keeps the promise of the format without a panic.
        serde_json::to_string(self).unwrap_or_else(|_| r#"{"error":"the answer has no JSON form"}"#.to_string())
    }
}

fn encode<T: Serialize>(output: &T) -> Result<String, String> {
    // serde_json writes a float that is not finite as `null`, which would pass for an absent value.
    finite::check(output).map_err(|error| format!("output has no JSON form: {error}"))?;
    serde_json::to_string(&Answer::Ok(output)).map_err(|error| format!("output has no JSON form: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;
    use serde::Deserialize;

    #[derive(Serialize, Deserialize)]
    struct In {
        top: f64,
        bottom: f64,
    }

    #[derive(Serialize, Deserialize)]
    struct Out {
        ratios: Vec<Option<f64>>,
    }

    struct Divide;

    impl CompiledFn for Divide {
        type In = In;
        type Out = Out;
        const NAME: &'static str = "divide@000000000000";
        fn call(input: &In) -> Result<Out, Abstain> {
            if input.top < 0.0 {
                return Err(Abstain::field("ratios", "a \"negative\" top"));
            }
            Ok(Out { ratios: [None, Some(input.top / input.bottom)].into() })
        }
    }

    #[test]
    fn answers_ok() {
        assert_eq!(call_json::<Divide>(r#"{"top":1,"bottom":4}"#), r#"{"ok":{"ratios":[null,0.25]}}"#);
    }

    #[test]
    fn answers_abstain() {
        let expected = r#"{"abstain":{"reason":"a \"negative\" top","field":"ratios"}}"#;
        assert_eq!(call_json::<Divide>(r#"{"top":-1,"bottom":4}"#), expected);
    }

    #[test]
    fn answers_error_for_input_that_does_not_fit() {
        assert!(call_json::<Divide>("{").starts_with(r#"{"error":"input does not parse: "#));
        assert!(call_json::<Divide>(r#"{"top":1}"#).contains("missing field"));
    }

    #[test]
    fn a_float_that_is_not_finite_is_an_error_and_never_null() {
        for input in [r#"{"top":0,"bottom":0}"#, r#"{"top":1,"bottom":0}"#] {
            assert!(call_json::<Divide>(input).starts_with(r#"{"error":"output has no JSON form: "#), "{input}");
        }
    }
}
