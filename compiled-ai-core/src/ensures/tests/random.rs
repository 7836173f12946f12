//! No text and no value makes the language panic.

use proptest::prelude::*;

use super::*;
use crate::ensures::eval;

/// Pieces of conditions, so that random texts often parse.
const PIECES: [&str; 58] = [
    "total",
    "tax",
    "company",
    "date",
    "at",
    "printed",
    "score",
    "paid",
    "category",
    "food",
    "address",
    "address.zip",
    "lines",
    "lines.qty",
    "lines.tags",
    "rates",
    "discounts",
    "image",
    "input.limit",
    "input.text",
    "output",
    "x",
    "x.qty",
    "0",
    "1.5",
    "79228162514264337593543950335",
    "'2020-01-31'",
    "\"b\"",
    "true",
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "+",
    "-",
    "*",
    "/",
    "and",
    "or",
    "not",
    "if",
    "then",
    "in",
    "not in",
    "[",
    "]",
    "(",
    ")",
    ",",
    "is absent",
    "is present",
    "len(",
    "sum(",
    "days(",
    "all(x in lines:",
    "any(x in discounts:",
];

/// A condition made by rule: always parses, often does not check.
fn condition() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(&PIECES[..29]).prop_map(str::to_owned);
    leaf.prop_recursive(5, 24, 2, |inner| {
        let pair = (inner.clone(), inner.clone());
        let infix = ["==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "and", "or", "in", "not in"];
        prop_oneof![
            (prop::sample::select(infix.to_vec()), pair.clone())
                .prop_map(|(symbol, (a, b))| format!("(({a}) {symbol} ({b}))")),
            pair.clone().prop_map(|(a, b)| format!("(if {a} then {b})")),
            pair.clone().prop_map(|(a, b)| format!("(({a}) in [({b}), 1])")),
            (prop::bool::ANY, pair.clone())
                .prop_map(|(all, (a, b))| { format!("{}(x in ({a}): {b})", if all { "all" } else { "any" }) }),
            (prop::sample::select(&["min", "max", "contains", "days", "starts_with", "ends_with"][..]), pair)
                .prop_map(|(name, (a, b))| format!("{name}(({a}), ({b}))")),
            (prop::sample::select(&["len", "abs", "sum", "count", "lower", "not ", "-"][..]), inner.clone())
                .prop_map(|(name, a)| format!("({name}({a}))")),
            inner.prop_map(|a| format!("(({a}) is absent)")),
        ]
    })
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        (any::<i64>(), 0u32..=18).prop_map(|(digits, scale)| Value::Decimal(rust_decimal::Decimal::new(digits, scale))),
        prop::num::f64::NORMAL.prop_map(Value::Float),
        "\\PC{0,8}".prop_map(Value::String),
        Just(string("2020-01-31")),
        (-9999i16..=9999, 1i8..=12, 1i8..=28)
            .prop_map(|(year, month, day)| Value::Date(jiff::civil::Date::new(year, month, day).unwrap())),
        Just(Value::Time(jiff::civil::Time::MAX)),
        Just(Value::DateTime(jiff::civil::DateTime::MIN)),
        Just(Value::Enum("food".to_owned())),
        prop::collection::vec(any::<u8>(), 0..4).prop_map(Value::Bytes),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
            prop::collection::btree_map("[a-c]", inner.clone(), 0..3).prop_map(Value::Map),
            fields(inner).prop_map(Value::Record),
        ]
    })
}

/// Fields with the names that [`PIECES`] use.
fn fields(value: impl Strategy<Value = Value>) -> impl Strategy<Value = BTreeMap<String, Value>> {
    let names = [
        "total",
        "tax",
        "company",
        "date",
        "at",
        "printed",
        "score",
        "paid",
        "category",
        "address",
        "zip",
        "lines",
        "qty",
        "tags",
        "rates",
        "discounts",
        "image",
        "limit",
        "text",
    ];
    prop::collection::btree_map(prop::sample::select(names.to_vec()).prop_map(str::to_owned), value, 0..12)
}

proptest! {
    #[test]
    fn any_text_parses_or_has_a_problem_inside_it(text in ".*") {
        if let Err(problem) = parse(&text) {
            prop_assert!(text.get(problem.span).is_some());
        }
    }

    #[test]
    fn pieces_never_panic(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24),
        input in fields(value()),
        output in value(),
    ) {
        let text = pieces.join(" ");
        match parse(&text) {
            Ok(expr) => {
                let _ = (check(&expr, &Receipt::new().scope()), eval(&expr, &input, &output));
            }
            Err(problem) => prop_assert!(text.get(problem.span).is_some()),
        }
    }

    #[test]
    fn conditions_never_panic_and_answer_the_same_again(text in condition(), input in fields(value()), output in value()) {
        if let Ok(expr) = parse(&text) {
            for problem in check(&expr, &Receipt::new().scope()) {
                prop_assert!(text.get(problem.span).is_some());
            }
            prop_assert_eq!(eval(&expr, &input, &output), eval(&expr.clone(), &input, &output));
        }
    }

    #[test]
    fn the_canonical_form_means_the_same(text in condition(), input in fields(value()), output in value()) {
        if let Ok(expr) = parse(&text) {
            let canonical = expr.canonical();
            let again = parse(&canonical).unwrap();
            prop_assert_eq!(again.canonical(), canonical);
            prop_assert_eq!(eval(&again, &input, &output), eval(&expr, &input, &output));
        }
    }
}

#[test]
fn the_longest_chains_fit_the_stack() {
    let chain = format!("total > {}1", "1 + ".repeat(498));
    let expr = parse(&chain).unwrap();
    assert_eq!(check(&expr, &Receipt::new().scope()), []);
    let output = Value::Record(values([("total", Value::Int(500))]));
    assert_eq!(eval(&expr, &BTreeMap::new(), &output), crate::ensures::Truth::True);
    assert_eq!(expr.clone(), expr);
    assert_eq!(expr.canonical().matches('+').count(), 498);
}
