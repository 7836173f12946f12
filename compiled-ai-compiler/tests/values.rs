//! The harness reads and writes values as serde does: what is tested is what users get by `call_json`.

#[allow(unreachable_pub, reason = "a part of another crate")]
#[path = "../harness/json.rs"]
mod json;

use std::collections::BTreeMap;

use compiled_ai_runtime::__private::serde::{self, Deserialize, Serialize};
use compiled_ai_runtime::{Abstain, Bytes, CompiledFn, Date, DateTime, Decimal, Time, call_json};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(crate = "serde")]
enum Kind {
    #[serde(rename = "first")]
    First,
    #[serde(rename = "second_one")]
    SecondOne,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "serde", deny_unknown_fields)]
struct Inner {
    n: Option<Decimal>,
    kinds: Vec<Kind>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "serde", deny_unknown_fields)]
struct All {
    int: i64,
    float: f64,
    bool: bool,
    text: String,
    bytes: Bytes,
    date: Date,
    time: Time,
    datetime: DateTime,
    absent: Option<String>,
    inner: Inner,
    list: Vec<Option<Inner>>,
    map: BTreeMap<String, Vec<i64>>,
}

record!(Inner { n, kinds }, false);
record!(All { int, float, bool, text, bytes, date, time, datetime, absent, inner, list, map }, true);
choice!(Kind { First = "first", SecondOne = "second_one" });

/// Gives back what it is given; for some inputs it abstains, or gives what JSON does not have.
struct Echo;

impl CompiledFn for Echo {
    type In = All;
    type Out = All;
    const NAME: &'static str = "echo@000000000000";

    fn call(input: &All) -> Result<All, Abstain> {
        match input.int {
            -1 => Err(Abstain::field("int", "\"negative\"\n")),
            -2 => Err(Abstain::new("")),
            0 => Ok(All { float: 1.0 / 0.0, ..input.clone() }),
            _ => Ok(input.clone()),
        }
    }
}

const USUAL: &str = r#"{"int":7,"float":0.1,"bool":true,"text":"é\"\n\u0001😀","bytes":"AP8H","date":"2024-02-29","time":"13:45:00.5","datetime":"2024-02-29T23:59:59","absent":null,"inner":{"n":"1.50","kinds":["first","second_one"]},"list":[null,{"n":null,"kinds":[]}],"map":{"":[],"a\"b":[1,-9223372036854775808]}}"#;

#[test]
fn what_is_written_is_what_serde_writes() {
    let usual = json::call::<Echo>(USUAL);
    assert_eq!(usual, format!(r#"{{"ok":{USUAL}}}"#));
    for (what, other) in [
        (r#""int":7"#, r#""int":-1"#),
        (r#""int":7"#, r#""int":-2"#),
        (r#""int":7"#, r#""int":0"#),
        (r#""float":0.1"#, r#""float":3"#),
        (r#""float":0.1"#, r#""float":-0.0"#),
        (r#""float":0.1"#, r#""float":1e300"#),
        (r#""absent":null,"#, ""),
        (r#""absent":null"#, r#""absent":"""#),
        (r#""1.50""#, r#""-79228162514264337593543950335""#),
    ] {
        let input = USUAL.replacen(what, other, 1);
        assert_ne!(input, USUAL);
        assert_eq!(json::call::<Echo>(&input), call_json::<Echo>(&input), "{input}");
    }
}

#[test]
fn what_does_not_fit_is_refused_by_both() {
    for (what, other) in [
        (r#""int":7"#, r#""int":"7""#),
        (r#""int":7"#, r#""int":7.5"#),
        (r#""int":7"#, r#""int":9223372036854775808"#),
        (r#""int":7,"#, ""),
        (r#""int":7"#, r#""int":7,"more":1"#),
        (r#""bool":true"#, r#""bool":null"#),
        (r#""AP8H""#, r#""AP8""#),
        ("2024-02-29", "2023-02-29"),
        ("13:45", "25:45"),
        (r#"["first""#, r#"["third""#),
        (r#"["first""#, r#"[1"#),
        (r#""1.50""#, r#""792281625142643375935439503350""#),
        (r#"{"":[]"#, r#"{"":{}"#),
        ("[null,", "[[],"),
        (USUAL, "[]"),
        (USUAL, "{"),
        (USUAL, ""),
    ] {
        let input = USUAL.replacen(what, other, 1);
        for answer in [json::call::<Echo>(&input), call_json::<Echo>(&input)] {
            assert!(answer.starts_with(r#"{"error":"input does not parse: "#), "{input}: {answer}");
        }
    }
}
