//! Every problem as a person meets it.

use super::*;

/// The condition, and below it each problem with the place it points at.
fn shown(text: &str) -> String {
    let mut out = format!("{text}\n");
    for problem in checked(text).expect_err(text) {
        let before = text[..problem.span.start].chars().count();
        let marked = text[problem.span].chars().count().max(1);
        out += &format!("{}{} {}\n", " ".repeat(before), "^".repeat(marked), problem.message);
        if let Some(help) = problem.help {
            out += &format!("{}= help: {help}\n", " ".repeat(before));
        }
    }
    out
}

fn all(texts: &[&str]) -> String {
    texts.iter().map(|text| shown(text)).collect::<Vec<_>>().join("\n")
}

#[test]
fn in_words_and_symbols() {
    insta::assert_snapshot!(all(&[
        "",
        "total = 0",
        "total => 0",
        "total =< 0",
        "total <> 0",
        "paid && paid",
        "paid || paid",
        "!paid",
        "a -> b",
        "total % 2 == 0",
        "total ** 2 == 4",
        "a & b",
        "a | b",
        "total ≥ 0",
        "total ≤ 0",
        "total ≠ 0",
        "company == “x”",
        "total > $5",
        "total > 1e5",
        "total > 1_000",
        "date > 2020-01-31x",
        "company == 'x",
        "company == 'a\\qb'",
        "total > 0.00000000000000000000000000001",
        "total > 99999999999999999999999999999",
    ]));
}

#[test]
fn in_the_grammar() {
    insta::assert_snapshot!(all(&[
        "total >=",
        "total 0",
        "total > 0 then paid",
        "(total > 0",
        "total > 0)",
        "0 < total < 10",
        "tax is present is present",
        "category in [food] == paid",
        "category in []",
        "category in [food",
        "tax is null",
        "tax is not absent",
        "tax == null",
        "if paid total > 0",
        "if paid then total > 0 else total < 0",
        "total == if paid then 1",
        "paid == not paid",
        "total == or",
        "in == 7",
        "lines[0].qty == 1",
        "total == [1]",
        "address. == 1",
        "address.0 == 1",
        "lenn(lines) == 1",
        "frobnicate(lines) == 1",
        "len() == 1",
        "min(1) == 1",
        "min(1, 2, 3) == 1",
        "min(1 2) == 1",
        "all(lines: x > 0)",
        "all(x of lines: x > 0)",
        "any(x in lines)",
        "any(if in lines: true)",
        "any(output in lines: true)",
        "any(1 in lines: true)",
        "any(x in lines: true",
        "total > * 2",
    ]));
}

#[test]
fn at_the_limits() {
    let limits = [
        "(".repeat(100),
        "-".repeat(100),
        format!("{}true", "not ".repeat(100)),
        format!("{}true", "if true then ".repeat(100)),
        "len(".repeat(100),
        "1 + ".repeat(600),
        " ".repeat(9000),
        "x".repeat(200),
    ];
    let problems: Vec<_> = limits.iter().map(|text| parse(text).unwrap_err()).collect();
    insta::assert_debug_snapshot!(problems);
}

#[test]
fn in_names() {
    insta::assert_snapshot!(all(&[
        "totl > 0",
        "zzz > 0",
        "text == 'x'",
        "zzz.city == 'x'",
        "adress.city == 'x'",
        "address.town == 'x'",
        "address.citty == 'x'",
        "output.totl > 0",
        "input.txt == 'x'",
        "total.x > 0",
        "rates.low > 0",
        "lines.quantity == lines.qty",
        "company == Mydin",
        "category == fod",
        "category == fuel",
        "category == 'Food'",
        "category in [food, fuel]",
        "aa == bb",
        "aa == 'x'",
        "all(x in lines: y.qty > 0)",
        "all(line in lines: lin == 1)",
        "zzz",
        "contains(lines.tags, b)",
        "days(date, today) > 1",
    ]));
}

#[test]
fn in_types() {
    insta::assert_snapshot!(all(&[
        "total",
        "company",
        "tax",
        "1",
        "'x'",
        "output",
        "total and paid",
        "not total",
        "if total then paid",
        "len(company)",
        "total == company",
        "total == '5'",
        "total == paid",
        "date > total",
        "date > 2020-01-31",
        "date == 'yesterday'",
        "date == '2020-02-30'",
        "at < '25:00'",
        "printed < 'noon'",
        "date < printed",
        "category < travel",
        "category < 'travel'",
        "category == total",
        "category == paid",
        "paid < true",
        "address < address",
        "paid == 'true'",
        "(total > 0) == 1",
        "total + company > 0",
        "date - input.since > 3",
        "-company == 1",
        "abs(company) > 1",
        "sum(total) > 0",
        "sum(lines) > 0",
        "sum(lines.tags) > 0",
        "count(total) > 0",
        "len(total) > 0",
        "lower(total) == 'x'",
        "starts_with(company, 1)",
        "ends_with(total, 'x')",
        "contains(company, 1)",
        "contains(lines.qty, 'x')",
        "contains(rates, 1)",
        "contains(total, 1)",
        "'x' in company",
        "1 in total",
        "1 in rates",
        "'x' in lines.qty",
        "total in [1, 'x']",
        "days(date, 'x') > 1",
        "days(date, total) > 1",
        "min(total, 'x') > 1",
        "min(paid, paid)",
        "all(x in total: x > 0)",
        "any(x in total: x > y)",
        "total is present",
        "lines is present",
        "discounts is absent",
        "total + 1 is present",
        "tax + 1 is absent",
    ]));
}

#[test]
fn an_output_without_fields() {
    let receipt = Receipt::new();
    let problems = check(&parse("total > 0").unwrap(), &Scope { output: &Type::Int, ..receipt.scope() });
    insta::assert_debug_snapshot!(problems);
}
