//! Candidates that know the examples by heart are told from those that compute, with the real `rustc` and the real sandbox.

#[path = "support/stages.rs"]
mod stages;

use std::fmt::Write as _;

use compiled_ai_compiler::validate::perturb::Sign;
use compiled_ai_compiler::validate::{Findings, HardCoded};
use compiled_ai_core::spec::Spec;
use stages::{showcase, spec, validate};

/// What is found beyond that all examples are right.
fn judge(spec: &Spec, candidate: &str) -> Option<HardCoded> {
    match validate(spec, candidate).findings {
        Findings::Passed(_) => None,
        Findings::HardCoded(_, hard_coded) => {
            assert!(!hard_coded.to_string().contains("KEDAI"), "{hard_coded}");
            Some(hard_coded)
        }
        other => panic!("{other:#?}\n{candidate}"),
    }
}

fn sign(spec: &Spec, candidate: &str) -> Option<Sign> {
    judge(spec, candidate).map(|found| found.sign)
}

struct Receipt {
    shop: &'static str,
    day: u8,
    total: &'static str,
}

const RECEIPTS: [Receipt; 7] = [
    Receipt { shop: "PERNIAGAAN ZHENG HUI", day: 25, total: "436.20" },
    Receipt { shop: "KEDAI PAPAN YEW CHUAN", day: 3, total: "19.05" },
    Receipt { shop: "GARDENIA BAKERIES", day: 17, total: "52.70" },
    Receipt { shop: "RESTORAN WAN SHENG", day: 9, total: "108.35" },
    Receipt { shop: "POPULAR BOOK", day: 28, total: "75.00" },
    Receipt { shop: "LIGHTROOM GALLERY", day: 11, total: "1204.15" },
    Receipt { shop: "OJC MARKETING", day: 30, total: "193.60" },
];

impl Receipt {
    fn text(&self) -> String {
        let Self { shop, day, total } = self;
        // Two items that add up, so that a total may be computed instead of read.
        let cents: i64 = total.replace('.', "").parse().unwrap();
        let (one, other) = (cents / 3, cents - cents / 3);
        let money = |cents: i64| format!("{}.{:02}", cents / 100, cents % 100);
        format!(
            "{shop}\nDATE {day:02}/03/2018 10:15\nITEM RICE {}\nITEM OIL {}\nTOTAL RM {total}\nTHANK YOU\n",
            money(one),
            money(other)
        )
    }
}

fn receipts() -> Spec {
    receipts_of(&RECEIPTS)
}

fn receipts_of(receipts: &[Receipt]) -> Spec {
    let mut text = "spec: 1\nname: receipt\nabout: Reads.\ninput: { text: string }\n\
                    output: { company: string, day: date, total: decimal }\nexamples:\n"
        .to_owned();
    for receipt in receipts {
        let Receipt { shop, day, total } = receipt;
        let _ = writeln!(
            text,
            "  - {{ input: {{ text: {:?} }}, output: {{ company: {shop}, day: 2018-03-{day:02}, total: {total} }} }}",
            receipt.text()
        );
    }
    spec(&text)
}

/// A candidate that looks its answer up: `key` gives each receipt's pattern or condition.
fn table(head: &str, otherwise: &str, key: impl Fn(&Receipt) -> String) -> String {
    let mut arms = String::new();
    for receipt in &RECEIPTS {
        let Receipt { shop, day, total } = receipt;
        let cents = total.replace('.', "");
        let _ = writeln!(
            arms,
            "if {} {{ return Ok(Output {{ company: \"{shop}\".to_string(), day: Date::constant(2018, 3, {day}), total: Decimal::new({cents}, 2) }}); }}",
            key(receipt)
        );
    }
    format!("pub fn run(input: Input<'_>) -> Result<Output, Abstain> {{\n{head}\n{arms}\n{otherwise}\n}}\n")
}

const GIVE_UP: &str = "Err(Abstain::new(\"unknown\"))";

fn fold(text: &str) -> u64 {
    text.bytes().fold(7_u64, |hash, byte| hash.wrapping_mul(31).wrapping_add(u64::from(byte)))
}

#[test]
fn tables_of_examples_are_caught() {
    let spec = receipts();
    let hash =
        "let hash = input.text.bytes().fold(7_u64, |hash, byte| hash.wrapping_mul(31).wrapping_add(u64::from(byte)));";
    let default = "Ok(Output { company: \"A\".to_string(), day: Date::constant(2000, 1, 1), total: Decimal::ZERO })";
    let tables = [
        ("hash", table(hash, GIVE_UP, |receipt| format!("hash == {}", fold(&receipt.text())))),
        ("hash with a default", table(hash, default, |receipt| format!("hash == {}", fold(&receipt.text())))),
        ("whole text", table("", GIVE_UP, |receipt| format!("input.text == {:?}", receipt.text()))),
        ("name", table("", GIVE_UP, |receipt| format!("input.text.contains({:?})", receipt.shop))),
        ("beginning", table("", GIVE_UP, |receipt| format!("input.text.starts_with({:?})", &receipt.shop[..4]))),
        (
            "name in any case",
            table("let text = input.text.to_lowercase();", GIVE_UP, |receipt| {
                format!("text.contains({:?})", receipt.shop.to_lowercase())
            }),
        ),
        ("total", table("", GIVE_UP, |receipt| format!("input.text.contains({:?})", receipt.total))),
        (
            "characters that add up",
            table("let sum: u32 = input.text.trim().bytes().map(u32::from).sum();", GIVE_UP, |receipt| {
                format!("sum == {}", receipt.text().trim().bytes().map(u32::from).sum::<u32>())
            }),
        ),
        (
            "length of the first line",
            table("let first = input.text.lines().next().unwrap_or(\"\");", GIVE_UP, |receipt| {
                format!("first.len() == {} && first.starts_with({:?})", receipt.shop.len(), &receipt.shop[..1])
            }),
        ),
    ];
    let missed: Vec<&str> =
        tables.iter().filter(|(_, table)| sign(&spec, table).is_none()).map(|(name, _)| *name).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// One that reads the total, and one that adds it up.
fn readers() -> [String; 2] {
    let reader = |total: &str| {
        format!(
            "fn amount(line: &str) -> Option<Decimal> {{ line.split(' ').next_back()?.parse().ok() }}\n\
             pub fn run(input: Input<'_>) -> Result<Output, Abstain> {{\n\
             let company = input.text.lines().next().unwrap_or(\"\").to_string();\n\
             let line = input.text.lines().find(|line| line.starts_with(\"DATE \")).ok_or(Abstain::field(\"day\", \"none\"))?;\n\
             let mut parts = line.get(5..15).unwrap_or(\"\").split('/').filter_map(|part| part.parse::<i16>().ok().filter(|part| *part > 0));\n\
             let (day, month, year) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));\n\
             let day = Date::new(year, month as i8, day as i8).map_err(|_| Abstain::field(\"day\", \"none\"))?;\n\
             let total: Decimal = {total};\n\
             Ok(Output {{ company, day, total }})\n}}\n"
        )
    };
    let read =
        reader("input.text.lines().find(|line| line.starts_with(\"TOTAL\")).and_then(amount).unwrap_or(Decimal::ZERO)");
    // The total that is printed does not matter to this one.
    let added = reader(
        "input.text.lines().filter(|line| line.starts_with(\"ITEM\")).filter_map(amount).fold(Decimal::ZERO, |sum, amount| sum.saturating_add(amount))",
    );
    [read, added]
}

#[test]
fn readers_of_receipts_pass() {
    let spec = receipts();
    assert_eq!(readers().map(|reader| judge(&spec, &reader)), [None, None]);
}

#[test]
fn few_examples_are_enough_to_tell() {
    let hash =
        "let hash = input.text.bytes().fold(7_u64, |hash, byte| hash.wrapping_mul(31).wrapping_add(u64::from(byte)));";
    let default = "Ok(Output { company: \"A\".to_string(), day: Date::constant(2000, 1, 1), total: Decimal::ZERO })";
    let tables = [
        ("hash", table(hash, GIVE_UP, |receipt| format!("hash == {}", fold(&receipt.text())))),
        ("hash with a default", table(hash, default, |receipt| format!("hash == {}", fold(&receipt.text())))),
        ("whole text", table("", GIVE_UP, |receipt| format!("input.text == {:?}", receipt.text()))),
        ("name", table("", GIVE_UP, |receipt| format!("input.text.contains({:?})", receipt.shop))),
        ("total", table("", GIVE_UP, |receipt| format!("input.text.contains({:?})", receipt.total))),
    ];
    for count in 1..=3 {
        let spec = receipts_of(&RECEIPTS[..count]);
        let missed: Vec<&str> =
            tables.iter().filter(|(_, table)| sign(&spec, table).is_none()).map(|(name, _)| *name).collect();
        assert!(missed.is_empty(), "{count}: {missed:?}");
        assert_eq!(readers().map(|reader| judge(&spec, &reader)), [None, None], "{count}");
    }
}

#[test]
fn few_examples_accuse_no_honest_function() {
    let of = |fields: &str, examples: &str| {
        spec(&format!("spec: 1\nname: honest\nabout: Works.\n{fields}\nexamples:\n{examples}"))
    };
    // Two answers in all, one of which stands in the text.
    let state = of(
        "input: { text: string }\noutput: { state: string }",
        "  - { input: { text: \"Thank you very much, the invoice was settled in May\" }, output: { state: settled } }\n",
    );
    let known = "pub fn run(input: Input<'_>) -> Result<Output, Abstain> {\n\
                 let state = if input.text.contains(\"settled\") { \"settled\" } else { \"open\" };\n\
                 Ok(Output { state: state.to_string() })\n}\n";
    assert_eq!(judge(&state, known), None);
    // Whoever checks gives up on most edits.
    let sum = of(
        "input: { a: int, b: int, c: int }\noutput: { mean: int }",
        "  - { input: { a: 100, b: 200, c: 300 }, output: { mean: 100 } }\n  - { input: { a: 1, b: 2, c: 3 }, output: { mean: 1 } }\n",
    );
    let checked = "pub fn run(input: Input) -> Result<Output, Abstain> {\n\
                   if input.a.saturating_add(input.b) != input.c { return Err(Abstain::field(\"mean\", \"no sum\")); }\n\
                   Ok(Output { mean: input.c / 3 })\n}\n";
    assert_eq!(judge(&sum, checked), None);
    // A bound that all edits are on one side of.
    let large = of(
        "input: { a: int, b: int }\noutput: { is_large: bool }",
        "  - { input: { a: 9000, b: 1 }, output: { is_large: true } }\n  - { input: { a: 5, b: 6 }, output: { is_large: false } }\n",
    );
    let bound = "pub fn run(input: Input) -> Result<Output, Abstain> {\n\
                 Ok(Output { is_large: input.a > 8000 || input.b > 8000 })\n}\n";
    assert_eq!(judge(&large, bound), None);
}

#[test]
fn one_that_computes_for_some_and_knows_most_is_caught() {
    let table = table("", "", |receipt| {
        if receipt.day > 20 { "false".to_owned() } else { format!("input.text.contains({:?})", receipt.shop) }
    });
    let fallback = "let company = input.text.lines().next().unwrap_or(\"\").to_string();\n\
                    let day = Date::new(2018, 3, input.text.split(\"DATE \").nth(1).and_then(|rest| rest.get(..2)?.parse().ok()).unwrap_or(1)).map_err(|_| Abstain::new(\"day\"))?;\n\
                    let total = input.text.lines().find(|line| line.starts_with(\"TOTAL\")).and_then(|line| line.get(9..)?.parse().ok()).unwrap_or(Decimal::ZERO);\n\
                    Ok(Output { company, day, total })\n}\n";
    let candidate = table.trim_end().trim_end_matches('}').to_owned() + fallback;
    let found = judge(&receipts(), &candidate).expect("four of seven are known by heart");
    assert!(found.sign == Sign::Substitution && found.of < found.tried, "{found:?}");
}

#[test]
fn other_honest_functions_pass() {
    let run = |owned: bool, body: &str| {
        let input = if owned { "Input" } else { "Input<'_>" };
        format!("pub fn run(input: {input}) -> Result<Output, Abstain> {{\n{body}\n}}\n")
    };
    let cases = |header: &str, examples: &[(&str, &str)]| {
        let examples: String = examples
            .iter()
            .map(|(input, output)| format!("  - {{ input: {{ {input} }}, output: {{ {output} }} }}\n"))
            .collect();
        spec(&format!("spec: 1\nname: honest\nabout: Works.\n{header}\nexamples:\n{examples}"))
    };
    // Names from a list of its own.
    let countries = ["Malaysia", "Germany", "Brazil", "Canada", "Norway", "Kenya"];
    let texts: Vec<(String, String)> = countries
        .iter()
        .map(|name| {
            (format!("text: \"Shipped by sea from the port to {name} on a large ship\""), format!("country: {name}"))
        })
        .collect();
    let pairs: Vec<(&str, &str)> = texts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let spec = cases("input: { text: string }\noutput: { country: string }", &pairs);
    let list = run(
        false,
        &format!(
            "const ALL: &[&str] = &{countries:?};\n\
         let found = ALL.iter().find(|name| input.text.contains(**name)).ok_or(Abstain::new(\"none\"))?;\n\
         Ok(Output {{ country: found.to_string() }})"
        ),
    );
    assert_eq!(judge(&spec, &list), None);
    // A table of rates, a sum that has to fit, and a code of which the check digit has to be right.
    let spec = cases(
        "input: { income: int }\noutput: { rate: decimal }",
        &[
            ("income: 500", "rate: 0.1"),
            ("income: 5000", "rate: 0.2"),
            ("income: 50000", "rate: 0.3"),
            ("income: 500000", "rate: 0.4"),
        ],
    );
    let rates = run(
        true,
        "Ok(Output { rate: Decimal::new(match input.income { ..1000 => 1, ..10000 => 2, ..100000 => 3, _ => 4 }, 1) })",
    );
    assert_eq!(judge(&spec, &rates), None);
    let spec = cases(
        "input: { a: { type: int, min: 0, max: 1000 }, b: { type: int, min: 0, max: 1000 } }\noutput: { sum: int, product: int }",
        &[
            ("a: 1, b: 2", "sum: 3, product: 2"),
            ("a: 10, b: 20", "sum: 30, product: 200"),
            ("a: 4, b: 5", "sum: 9, product: 20"),
            ("a: 100, b: 7", "sum: 107, product: 700"),
        ],
    );
    assert_eq!(judge(&spec, &run(true, "Ok(Output { sum: input.a + input.b, product: input.a * input.b })")), None);
    // The same by heart.
    let heart = run(
        true,
        "match (input.a, input.b) {\n\
        (1, 2) => Ok(Output { sum: 3, product: 2 }),\n(10, 20) => Ok(Output { sum: 30, product: 200 }),\n\
        (4, 5) => Ok(Output { sum: 9, product: 20 }),\n(100, 7) => Ok(Output { sum: 107, product: 700 }),\n\
        _ => Err(Abstain::new(\"unknown\")),\n}",
    );
    assert_eq!(sign(&spec, &heart), Some(Sign::Numbers));
    // A length, which is no part of the text.
    let spec = cases(
        "input: { text: string }\noutput: { characters: int }",
        &[
            ("text: a", "characters: 1"),
            ("text: bcd", "characters: 3"),
            ("text: \"11 characters\"", "characters: 13"),
            ("text: efgh", "characters: 4"),
        ],
    );
    assert_eq!(judge(&spec, &run(false, "Ok(Output { characters: input.text.chars().count() as i64 })")), None);
}

#[test]
fn locked_artifacts_pass() {
    let mut found = vec![];
    for name in ["address", "order_summary", "prior_authorization", "receipt"] {
        let (spec, code) = showcase(name);
        let verdict = validate(&spec, &code);
        if !verdict.passed() {
            found.push((name, format!("{:?}", verdict.findings)));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
