//! What conditions say of a receipt.

use std::collections::BTreeMap;

use super::*;
use crate::ensures::{Truth, eval};

fn input() -> BTreeMap<String, Value> {
    values([
        ("text", string("MYDIN TOTAL 10.50")),
        ("limit", Value::Null),
        ("since", Value::Date("2020-01-01".parse().unwrap())),
    ])
}

fn line(qty: i64, amount: &str, note: Value, tags: &[&str]) -> Value {
    Value::Record(values([
        ("qty", Value::Int(qty)),
        ("amount", decimal(amount)),
        ("note", note),
        ("tags", Value::List(tags.iter().map(|tag| string(tag)).collect())),
    ]))
}

fn decimal(text: &str) -> Value {
    Value::Decimal(text.parse().unwrap())
}

fn output() -> Value {
    Value::Record(values([
        ("company", string("Mydin Mart")),
        ("date", Value::Date("2020-02-29".parse().unwrap())),
        ("at", Value::Time("14:30:00".parse().unwrap())),
        ("printed", Value::DateTime("2020-03-01T08:00:00".parse().unwrap())),
        ("total", decimal("10.50")),
        ("tax", Value::Null),
        ("score", Value::Float(0.9)),
        ("paid", Value::Bool(true)),
        ("category", Value::Enum("food".to_owned())),
        ("address", Value::Record(values([("city", string("Kuala Lumpur")), ("zip", Value::Null)]))),
        ("lines", Value::List(vec![line(1, "4", Value::Null, &["a", "b"]), line(3, "6.5", string("no bag"), &["b"])])),
        ("rates", Value::Map(values([("low", decimal("0.06")), ("high", decimal("0.1"))]))),
        ("discounts", Value::List(vec![decimal("1"), Value::Null])),
        ("image", Value::Bytes(vec![1, 2, 3])),
        ("in", Value::Int(7)),
    ]))
}

/// Asserts the outcome of each condition, every one of which must pass the check.
fn outcomes<const N: usize>(expected: [(&str, Truth); N]) {
    let (input, output) = (input(), output());
    for (text, truth) in expected {
        let expr = checked(text).unwrap_or_else(|problems| panic!("{text}: {problems:?}"));
        assert_eq!(eval(&expr, &input, &output), truth, "{text}");
    }
}

use Truth::{False, True, Unknown};

#[test]
fn comparisons() {
    outcomes([
        ("total == 10.5", True),
        ("total == 10.51", False),
        ("total != 10.5", False),
        ("total < 11", True),
        ("total < 10.5", False),
        ("total <= 10.50", True),
        ("total > 10", True),
        ("total > 10.5", False),
        ("total >= 10.5", True),
        ("total >= 10.51", False),
        ("lines.qty == lines.qty", True),
        ("address == address", True),
        ("paid == true", True),
        ("company < 'N'", True),
        ("company == 'Mydin Mart'", True),
        ("output.in == 7", True),
        ("image == image", True),
    ]);
}

#[test]
fn absent_values_are_unknown() {
    outcomes([
        ("tax == 1", Unknown),
        ("tax != 1", Unknown),
        ("tax == tax", Unknown),
        ("tax + 1 > 0", Unknown),
        ("-tax < 0", Unknown),
        ("address.zip > 0", Unknown),
        ("tax in [1, 2]", Unknown),
        ("1 in [tax, 1]", True),
        ("1 not in [tax, 2]", Unknown),
        ("input.limit == 1", Unknown),
        ("sum(discounts) == 1", Unknown),
        ("min(tax, 1) == 1", Unknown),
        ("any(x in discounts: x == 1)", True),
        ("any(x in discounts: x == 2)", Unknown),
        ("all(x in discounts: x == 1)", Unknown),
        ("all(x in discounts: x == 2)", False),
    ]);
}

#[test]
fn logic_is_three_valued() {
    outcomes([
        ("paid and true", True),
        ("paid and false", False),
        ("tax > 0 and false", False),
        ("tax > 0 and true", Unknown),
        ("false or paid", True),
        ("false or false", False),
        ("tax > 0 or true", True),
        ("tax > 0 or false", Unknown),
        ("not paid", False),
        ("not not paid", True),
        ("not tax > 0", Unknown),
        ("if paid then total > 0", True),
        ("if paid then total < 0", False),
        ("if not paid then total < 0", True),
        ("if tax > 0 then total < 0", Unknown),
        ("if tax > 0 then total > 0", True),
        ("if paid then tax > 0", Unknown),
        // `and` binds more tightly than `or`, `not` more loosely than a comparison, `if` most loosely.
        ("true or false and false", True),
        ("not total == 0 and paid", True),
        ("if paid then false or true", True),
    ]);
}

#[test]
fn membership_and_presence() {
    outcomes([
        ("category in [food, travel]", True),
        ("category in ['travel', other]", False),
        ("category not in [travel, other]", True),
        ("category == food", True),
        ("category != 'food'", False),
        ("food == category", True),
        ("\"b\" in lines.tags", True),
        ("'c' in lines.tags", False),
        ("'c' not in lines.tags", True),
        ("total in [1, 10.5]", True),
        ("tax is absent", True),
        ("tax is present", False),
        ("company is present", True),
        ("address.zip is absent", True),
        ("not tax is present", True),
    ]);
}

#[test]
fn calculations_are_decimal() {
    outcomes([
        ("total + 1 == 11.5", True),
        ("total - 1 == 9.5", True),
        ("total * 2 == 21", True),
        ("total / 2 == 5.25", True),
        ("2 + 3 * 4 == 14", True),
        ("(2 + 3) * 4 == 20", True),
        ("10 - 4 - 3 == 3", True),
        ("16 / 4 / 2 == 2", True),
        ("-total == 0 - total", True),
        ("--1 == 1", True),
        ("0.1 + 0.2 == 0.3", True),
        ("score == 0.9", True),
        ("score * 10 == 9", True),
        ("1 / 3 * 3 <= 1", True),
        ("total / 0 == 1", Unknown),
        ("79228162514264337593543950335 + 1 > 0", Unknown),
        ("79228162514264337593543950335 * 2 > 0", Unknown),
    ]);
}

#[test]
fn functions() {
    outcomes([
        ("len(company) == 10", True),
        ("len('é') == 1", True),
        ("len(lines) == 2", True),
        ("len(rates) == 2", True),
        ("len(image) == 3", True),
        ("len(lines.tags) == 3", True),
        ("abs(-3) == 3", True),
        ("abs(total) == total", True),
        ("min(total, 3) == 3", True),
        ("max(total, 3) == total", True),
        ("min(date, '2020-01-01') == '2020-01-01'", True),
        ("sum(lines.amount) == total", True),
        ("sum(lines.qty) == 4", True),
        ("sum(rates) == 0.16", True),
        ("count(lines) == 2", True),
        ("count(lines.note) == 1", True),
        ("len(lines.note) == 2", True),
        ("count(discounts) == 1", True),
        ("lower(company) == 'mydin mart'", True),
        ("starts_with(company, 'Mydin')", True),
        ("starts_with(company, 'mydin')", False),
        ("ends_with(company, 'Mart')", True),
        ("ends_with(company, 'mart')", False),
        ("contains(company, 'din M')", True),
        ("contains(input.text, company)", False),
        ("contains(lower(input.text), 'mydin')", True),
        ("contains(lines.qty, 3)", True),
        ("contains(lines.qty, 4)", False),
    ]);
}

#[test]
fn dates_and_times() {
    outcomes([
        ("date == '2020-02-29'", True),
        ("date >= input.since", True),
        ("'2020-03-01' > date", True),
        ("date < '2020-02-29'", False),
        ("at == '14:30'", True),
        ("at < '14:30:01'", True),
        ("printed >= '2020-03-01T08:00:00'", True),
        ("days(date, printed) == 1", True),
        ("days(date, '2020-02-01') == -28", True),
        ("days('2019-12-31', input.since) == 1", True),
        ("days(input.since, date) <= 60", True),
    ]);
}

#[test]
fn quantifiers() {
    outcomes([
        ("all(x in lines: x.amount > 0)", True),
        ("all(x in lines: x.amount > 4)", False),
        ("any(x in lines: x.amount > 4)", True),
        ("any(x in lines: x.amount > 7)", False),
        ("any(x in lines: x.note is absent)", True),
        ("all(x in lines.qty: x > 0)", True),
        ("all(rate in rates: rate < 1)", True),
        ("all(x in lines: any(tag in x.tags: tag == 'b'))", True),
        ("all(x in lines: any(tag in x.tags: tag == 'a'))", False),
        // The inner variable hides the outer one, and a field.
        ("all(x in lines: any(x in x.tags: x == 'b'))", True),
        ("any(total in lines.qty: total == 3) and total == 10.5", True),
    ]);
}

#[test]
fn nothing_in_a_list() {
    let mut output = output();
    if let Value::Record(fields) = &mut output {
        fields.insert("lines".to_owned(), Value::List(vec![]));
        fields.insert("address".to_owned(), Value::Null);
    }
    for (text, truth) in [
        ("all(x in lines: false)", True),
        ("any(x in lines: true)", False),
        ("sum(lines.amount) == 0", True),
        ("count(lines) == 0", True),
        ("contains(lines.qty, 1)", False),
        ("address.city == 'x'", Unknown),
        ("address.city is absent", True),
    ] {
        assert_eq!(eval(&checked(text).unwrap(), &input(), &output), truth, "{text}");
    }
}

#[test]
fn without_the_input() {
    for (text, truth) in [
        ("input.limit is absent", Unknown),
        ("input.limit is present", Unknown),
        ("len(input.text) > 0", Unknown),
        ("if input.limit is absent then total < 0", Unknown),
        ("total > 0 or input.limit is present", True),
    ] {
        assert_eq!(eval(&checked(text).unwrap(), &BTreeMap::new(), &output()), truth, "{text}");
    }
}

#[test]
fn outputs_that_are_no_records() {
    let receipt = Receipt::new();
    let cases = [
        ("output > 0", Type::Decimal, decimal("1"), True),
        ("output == food", Type::Named("Category".to_owned()), Value::Enum("food".to_owned()), True),
        ("sum(output.qty) == 4", list(Type::Named("Line".to_owned())), field("lines"), True),
        ("all(l in output: l.qty > 1)", list(Type::Named("Line".to_owned())), field("lines"), False),
        ("total > 0", optional(Type::Named("Output".to_owned())), Value::Null, Unknown),
        ("total is absent", optional(Type::Named("Output".to_owned())), Value::Null, True),
        ("output is present", optional(Type::Named("Output".to_owned())), output(), True),
    ];
    for (text, ty, value, truth) in cases {
        let expr = parse(text).unwrap();
        assert_eq!(check(&expr, &Scope { output: &ty, ..receipt.scope() }), [], "{text}");
        assert_eq!(eval(&expr, &input(), &value), truth, "{text}");
    }
}

fn field(name: &str) -> Value {
    match output() {
        Value::Record(mut fields) => fields.remove(name).unwrap(),
        _ => unreachable!(),
    }
}

#[test]
fn floats_beyond_decimals() {
    let huge = |value: f64| Value::Record(values([("score", Value::Float(value))]));
    for (text, value, truth) in [
        ("score > 1", 1e300, True),
        ("score == score", 1e300, True),
        ("score * score > 1", 1e300, Unknown),
        ("abs(-score) == score", 1e300, True),
        ("score > 0", 5e-324, True),
        ("score + 1 >= 1", 5e-324, True),
        ("score == 0", -0.0, True),
        ("score == 9007199254740993", 9_007_199_254_740_992.0, False),
    ] {
        assert_eq!(eval(&checked(text).unwrap(), &input(), &huge(value)), truth, "{text}");
    }
}

#[test]
fn canonical_ignores_how_a_condition_is_written() {
    let canonical = |text: &str| parse(text).unwrap().canonical();
    for (text, expected) in [
        ("total>=0.00", "(total >= 0)"),
        ("((total)) >= (0)", "(total >= 0)"),
        ("a or b and not c", "(a or (b and (not c)))"),
        ("if a then if b then c", "(if a then (if b then c))"),
        ("x not in ['a', \"b\\n\\\"\"]", "(x not in [\"a\", \"b\\n\\\"\"])"),
        ("x in input.allowed", "(x in input.allowed)"),
        ("-a * -2 + b.c", "(((-a) * (-2)) + b.c)"),
        ("not a.b is absent", "(not (a.b is absent))"),
        ("min( a,b )<len(c)", "(min(a, b) < len(c))"),
        ("all( l in lines :l.qty>0 )", "all(l in lines: (l.qty > 0))"),
        ("any(l in x: true) and false", "(any(l in x: true) and false)"),
    ] {
        assert_eq!(canonical(text), expected);
        assert_eq!(canonical(expected), expected, "the canonical form is its own");
    }
}
