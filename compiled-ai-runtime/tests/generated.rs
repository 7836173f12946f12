//! The paths that generated code goes through: its derives find serde here, and its functions are called through JSON.
#![cfg(feature = "json")]

use compiled_ai_runtime::__private::serde::{Deserialize, Serialize};
use compiled_ai_runtime::{Abstain, Bytes, CompiledFn, Date, Decimal, call_json};

#[derive(Serialize, Deserialize)]
#[serde(crate = "compiled_ai_runtime::__private::serde")]
struct In {
    paid_on: Date,
    amount: Decimal,
    scan: Bytes,
}

#[derive(Serialize, Deserialize)]
#[serde(crate = "compiled_ai_runtime::__private::serde")]
struct Out {
    due_on: Option<Date>,
    doubled: Option<Decimal>,
    size: i64,
}

struct Double;

impl CompiledFn for Double {
    type In = In;
    type Out = Out;
    const NAME: &'static str = "double@0123456789ab";

    fn call(input: &In) -> Result<Out, Abstain> {
        let size = i64::try_from(input.scan.len()).map_err(|_| Abstain::field("size", "too long"))?;
        Ok(Out { due_on: input.paid_on.tomorrow().ok(), doubled: input.amount.checked_add(input.amount), size })
    }
}

#[test]
fn values_travel_as_json() {
    let answer = call_json::<Double>(r#"{"paid_on":"2018-12-31","amount":"9.50","scan":"AP8H"}"#);
    assert_eq!(answer, r#"{"ok":{"due_on":"2019-01-01","doubled":"19.00","size":3}}"#);
}

#[test]
fn a_number_is_a_decimal_too() {
    let answer = call_json::<Double>(r#"{"paid_on":"2018-12-31","amount":0.1,"scan":""}"#);
    assert!(answer.contains(r#""doubled":"0.2""#), "{answer}");
}

#[test]
fn what_does_not_fit_is_an_error() {
    for (input, why) in [
        (r#"{"paid_on":"2018-02-30","amount":"1","scan":""}"#, "day"),
        (r#"{"paid_on":"2018-12-31","amount":"x","scan":""}"#, "decimal"),
        (r#"{"paid_on":"2018-12-31","amount":"1","scan":"?"}"#, "not base64"),
    ] {
        let answer = call_json::<Double>(input);
        assert!(
            answer.starts_with(r#"{"error":"input does not parse: "#) && answer.to_lowercase().contains(why),
            "{answer}"
        );
    }
}
