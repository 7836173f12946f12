//! The component and the native function give the same answers, to the last digit: on the spec's examples, on generated inputs, and
//! on those that are empty, huge, or overflow.

use std::collections::BTreeMap;

use compiled_ai::wasm::{CallError, Engine, Isolation, Settings};
use compiled_ai::{Abstain, Bytes, CompiledFn, Date, DateTime, Decimal, Time};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use wasm_tests::{component, native};

/// Item, price, count, a number that chooses the kind, tags.
type Line = (String, Decimal, Option<i64>, u8, Vec<String>);

#[derive(Debug, Clone)]
struct Values {
    text: String,
    number: i64,
    price: Decimal,
    ratio: f64,
    flag: bool,
    day: Option<Date>,
    at: DateTime,
    clock: Option<Time>,
    data: Vec<u8>,
    lines: Vec<Line>,
    prices: BTreeMap<String, Decimal>,
    has_line: bool,
}

/// The input of `$module` that holds `$values`.
macro_rules! input {
    ($module:ident, $values:expr) => {{
        let values: Values = $values.clone();
        let kind = |number: u8| match number % 3 {
            0 => $module::Kind::Food,
            1 => $module::Kind::Drink,
            _ => $module::Kind::DryGoods,
        };
        let lines: Vec<$module::Line> = values
            .lines
            .into_iter()
            .map(|(item, price, count, number, tags)| $module::Line { item, price, count, kind: kind(number), tags })
            .collect();
        $module::OwnedInput {
            text: values.text,
            number: values.number,
            price: values.price,
            ratio: values.ratio,
            flag: values.flag,
            day: values.day,
            at: values.at,
            clock: values.clock,
            data: Bytes::from(values.data),
            line: lines.first().filter(|_| values.has_line).cloned(),
            lines,
            prices: values.prices,
        }
    }};
}

fn decimal() -> impl Strategy<Value = Decimal> {
    let any = (any::<i128>(), 0..=28u32).prop_map(|(number, scale)| Decimal::from_i128_with_scale(number >> 33, scale));
    prop_oneof![any, Just(Decimal::MAX), Just(Decimal::MIN), Just(Decimal::ZERO), Just(Decimal::new(-100, 2))]
}

fn date() -> impl Strategy<Value = Date> {
    let any = (-9999..=9999i16, 1..=12i8, 1..=28i8).prop_map(|(year, month, day)| Date::constant(year, month, day));
    prop_oneof![any, Just(Date::MAX), Just(Date::MIN), Just(Date::constant(2024, 2, 29))]
}

fn time() -> impl Strategy<Value = Time> {
    let any = (0..24i8, 0..60i8, 0..60i8, 0..1_000_000_000i32)
        .prop_map(|(hour, minute, second, nanosecond)| Time::constant(hour, minute, second, nanosecond));
    prop_oneof![any, Just(Time::MAX), Just(Time::MIN)]
}

prop_compose! {
    fn values()(
        text in ".{0,40}",
        number in prop_oneof![any::<i64>(), Just(i64::MIN), Just(i64::MAX), -9..9i64],
        (price, ratio, flag) in (decimal(), any::<f64>().prop_filter("finite", |number| number.is_finite()), any::<bool>()),
        (day, on, clock) in (proptest::option::of(date()), (date(), time()), proptest::option::of(time())),
        data in vec(any::<u8>(), 0..50),
        lines in vec((".{0,9}", decimal(), any::<Option<i64>>(), any::<u8>(), vec(".{0,5}", 0..3)), 0..5),
        prices in btree_map(".{0,6}", decimal(), 0..5),
        has_line in any::<bool>(),
    ) -> Values {
        let at = DateTime::from_parts(on.0, on.1);
        Values { text, number, price, ratio, flag, day, at, clock, data, lines, prices, has_line }
    }
}

/// What differs between the two modules is the types' paths alone, which `Debug` leaves out.
fn agree(values: &Values) {
    let natively = native::Function::call(&input!(native, values));
    let input = input!(component, values);
    assert_eq!(format!("{:?}", component::Function::call(&input)), format!("{natively:?}"));
}

fn plain() -> Values {
    Values {
        text: String::new(),
        number: 0,
        price: Decimal::ZERO,
        ratio: 0.0,
        flag: false,
        day: None,
        at: DateTime::constant(2024, 2, 29, 12, 30, 0, 1),
        clock: None,
        data: vec![],
        lines: vec![],
        prices: BTreeMap::new(),
        has_line: false,
    }
}

fn settings(isolation: Isolation) {
    component::host().run_in(&Engine::new(Settings { isolation, ..Settings::default() }).unwrap()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn on_generated_inputs(values in values()) {
        agree(&values);
    }
}

#[test]
fn on_inputs_that_are_empty_or_huge_or_overflow() {
    for isolation in [Isolation::Reuse, Isolation::PerCall] {
        settings(isolation);
        agree(&plain());
        agree(&Values { text: "\u{1F600} ß ŉ İ ".repeat(100_000), ..plain() });
        agree(&Values { data: vec![7; 3 << 20], ..plain() });
        let line =
            |index: usize| (format!("é{index}"), Decimal::new(index as i64, 2), None, index as u8, vec!["x".into()]);
        agree(&Values { lines: (0..20_000).map(line).collect(), has_line: true, ..plain() });
        agree(&Values { prices: (0..5_000).map(|key| (key.to_string(), Decimal::from(key))).collect(), ..plain() });
        for number in [i64::MIN, i64::MAX, i64::MAX / 2, i64::MAX / 2 + 1] {
            agree(&Values { number, ..plain() });
        }
        let line = (String::new(), Decimal::MAX, Some(i64::MIN), 0, vec![String::new()]);
        agree(&Values { price: Decimal::MAX, lines: vec![line], ..plain() });
        for ratio in [f64::MAX, f64::MIN_POSITIVE, -0.0, 5e-324] {
            agree(&Values { ratio, ..plain() });
        }
        agree(&Values { day: Some(Date::MAX), ..plain() });
    }
}

#[test]
fn a_plain_function_hides_what_is_behind_it() {
    let values = Values {
        text: "two words".into(),
        lines: vec![("tea".into(), Decimal::new(125, 2), None, 1, vec![])],
        ..plain()
    };
    let call = |number| {
        let input = input!(component, values);
        let lines = [wasm_tests::Line {
            item: "tea".into(),
            price: Decimal::new(125, 2),
            count: None,
            kind: wasm_tests::Kind::Drink,
            tags: vec![],
        }];
        wasm_tests::everything(
            &input.text,
            number,
            input.price,
            input.ratio,
            input.flag,
            input.day,
            input.at,
            input.clock,
            &input.data,
            &lines,
            &input.prices,
            Some(&lines[0]),
        )
    };
    let output: wasm_tests::Everything = call(21).unwrap();
    assert_eq!((output.words, output.twice, output.sum), (2, 42, Decimal::new(125, 2)));
    assert_eq!(call(i64::MAX).unwrap_err(), Abstain::field("number", "its double is too large"));
}

#[test]
fn errors_are_typed_where_they_are_asked_for() {
    let values = Values { number: i64::MAX, ..plain() };
    let abstain = component::try_run(input!(component, values).as_input()).unwrap_err();
    assert_eq!(abstain, CallError::Abstain(Abstain::field("number", "its double is too large")));
    let large = Values { data: vec![0; 100 << 20], ..plain() };
    assert_eq!(component::try_run(input!(component, large).as_input()).unwrap_err(), CallError::Memory);
    assert_eq!(component::host().description().name, component::SPEC);
    assert_eq!(component::host().load(), Ok(()));
}

#[test]
fn what_is_locked_can_replace_what_was_linked() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/compiled-ai/everything");
    let artifact = compiled_ai::wasm::Artifact::load(folder).unwrap();
    assert_eq!(artifact.name(), component::SPEC);
    component::host().replace(&artifact).unwrap();
    agree(&plain());
}
