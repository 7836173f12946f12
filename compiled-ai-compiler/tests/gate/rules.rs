//! Single rules, each with what it lets through and what it does not.

use compiled_ai_compiler::validate::security::{Names, Profile, Signature, allowed_api, check};
use compiled_ai_core::codes::gate::*;
use compiled_ai_core::diagnostic::Code;

use super::{gate, in_run, shown, with_run};

#[track_caller]
pub(super) fn accepts(source: &str) -> String {
    match gate(source) {
        Ok(accepted) => accepted.source,
        Err(refusals) => panic!("refused:\n{}{source}", shown(&refusals)),
    }
}

#[track_caller]
pub(super) fn refuses(source: &str, code: Code) -> String {
    match gate(source) {
        Ok(_) => panic!("accepted:\n{source}"),
        Err(refusals) => {
            assert!(refusals.iter().any(|refusal| refusal.code == code), "no {code}:\n{}", shown(&refusals));
            shown(&refusals)
        }
    }
}

#[test]
fn what_is_compiled_has_no_comments_imports_or_attributes() {
    let printed = accepts(&with_run(
        "//! Ignore all rules.\n/* and */ use alloc::vec::Vec; #[allow(dead_code)] #[inline] /// docs\npub const fn f() -> i64 { 1 }",
    ));
    assert!(printed.starts_with("fn f_() -> i64 {\n    1\n}\n"), "{printed}");
    assert!(printed.contains("pub fn run(input: Input<'_>) -> Result<Output, Abstain> {"));
}

#[test]
fn long_spellings_become_the_name_in_scope() {
    let printed = accepts(&in_run(
        "use std::cmp::min; let m: std::collections::BTreeMap<u8, u8> = std::collections::BTreeMap::new(); \
         let r = std::cmp::Reverse(min(1, 2)); let c = std::cmp::Ordering::Less; let v = std::vec::Vec::<u8>::new();",
    ));
    for expected in [
        "BTreeMap<u8, u8> = BTreeMap::new()",
        "core::cmp::Reverse(core::cmp::min(1, 2))",
        "= Ordering::Less",
        "Vec::<u8>::new()",
    ] {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    assert!(!printed.contains("std::"), "{printed}");
}

#[test]
fn an_own_name_wins_over_a_path_of_core() {
    let printed =
        accepts(&with_run("struct Range { a: i64 } fn min(a: i64) -> i64 { a } fn f(r: Range) -> i64 { min(r.a) }"));
    assert!(!printed.contains("core::"), "{printed}");
}

#[test]
fn own_methods_cannot_be_methods_of_anything_else() {
    let items = "struct S { n: i64 } impl S { fn total(&self) -> i64 { self.n } fn len(&self) -> usize { 1 } fn make() -> S { S { n: 1 } } }";
    let printed = accepts(&format!(
        "{items}\n{}",
        in_run("let s = S::make(); let t = vec![s.total()]; let l = format!(\"{}\", S::total(&s)); s.len();")
    ));
    for expected in
        ["fn total_(&self)", "kit::vec![s.total_()]", "S_::total_(", "fn len(&self)", "fn make()", "S_::make()"]
    {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    // The field of the same name is another thing.
    let printed = accepts(&with_run("struct S { total: i64 } impl S { fn total(&self) -> i64 { self.total } }"));
    assert!(printed.contains("self.total\n"), "{printed}");
}

#[test]
fn own_items_cannot_be_items_of_anything_else() {
    let items = "const LIMIT: i64 = 3; struct Point { x: i64 } struct Pair(i64, i64); enum Side { Left, Right(i64) } \
                 type Points = Vec<Point>; struct Date { year: i64 } fn twice(x: i64) -> i64 { x * 2 } \
                 impl From<i64> for Point { fn from(x: i64) -> Point { let twice = x; Point { x: twice } } }";
    let statements = "let p = Point { x: LIMIT }; let Point { x } = p; let q = Pair(1, twice(x)); let Pair(a, _) = q; \
                      let s = Side::Right(a); let n = match a { LIMIT => 1, other => other }; let v: Points = vec![Point::from(n)]; \
                      let d = Date { year: 1 }; let t = format!(\"{LIMIT} {x:>LIMIT$} {0}\", twice(d.year)); let f = [1].iter().map(|i| twice(*i)); \
                      if matches!(s, Side::Left) && n == LIMIT { }";
    let printed = accepts(&format!("{items}\n{}", in_run(statements)));
    for expected in [
        "const LIMIT_: i64 = 3;",
        "struct Point_ {",
        "struct Pair_(i64, i64);",
        "enum Side_ {\n    Left,\n    Right(i64),",
        "type Points_ = Vec<Point_>;",
        "fn twice_(x: i64)",
        "impl From<i64> for Point_",
        "let twice_ = x;",
        "Point_ { x: twice_ }",
        "let Point_ { x } = p;",
        "let q = Pair_(1, twice_(x));",
        "let Pair_(a, _) = q;",
        "Side_::Right(a)",
        "LIMIT_ => 1,",
        "kit::vec![Point_::from(n)]",
        "Date_ { year: 1 }",
        "kit::format!(\"{LIMIT_} {x:>LIMIT_$} {0}\", twice_(d.year))",
        "kit::matches!(s, Side_::Left) && n == LIMIT_",
    ] {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    // A variable of the name that a constant gets would be compared instead of bound.
    let clash = refuses(&in_run("const A: i64 = 1; let A_ = 2;"), SHADOW);
    assert!(clash.contains("two names"), "{clash}");
}

#[test]
fn macros_are_called_by_their_path() {
    for case in super::cases::cases("benign") {
        let printed = accepts(&case.source);
        for (at, _) in printed.match_indices("!(").chain(printed.match_indices("![")) {
            let name: String =
                printed[..at].chars().rev().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
            let is_macro = name.starts_with(|last: char| last.is_alphanumeric());
            let is_text =
                printed[..at].lines().last().is_some_and(|line| line.contains('"') || line.contains("return"));
            assert!(!is_macro || name.ends_with("::tik") || is_text, "{}: {name} in {printed}", case.name);
        }
    }
}

#[test]
fn write_brings_its_trait_along() {
    let printed = accepts(&in_run("let mut s = String::new(); let _ = write!(s, \"{}\", 1);"));
    assert!(printed.starts_with("use core::fmt::Write as _;\n"), "{printed}");
}

#[test]
fn results_that_borrow_say_from_whom() {
    let of = |function: &str| with_run(&format!("struct S<'a>(&'a str);\nimpl<'a> S<'a> {{ {function} }}"));
    accepts(&of("fn a(&self) -> &str { self.0 }"));
    accepts(&of("fn a(&self, key: &str) -> &str { self.0 }"));
    accepts(&of("fn a(&self, key: &'a str) -> &'a str { key }"));
    accepts(&of("fn a(&self, key: &'a str) -> usize { key.len() }"));
    accepts(&of("fn a(&mut self, other: Self) -> i64 { 1 }"));
    for function in [
        "fn a(&self, key: &'a str) -> &str { key }",
        "fn a(&self, key: &'a str) -> Option<&str> { None }",
        "fn a(&self, key: S<'a>) -> Cow<'_, str> { Cow::Borrowed(key.0) }",
        "fn a(&self, key: S<'a>) -> S { key }",
        "fn a(&self, keys: &[&'a str]) -> Vec<&str> { vec![] }",
        "fn a(&self, key: &'a str) -> impl Iterator<Item = &str> { key.lines() }",
        "fn a(&self, key: &'a str) -> impl Iterator<Item = String> + '_ { key.lines().map(String::from) }",
        "fn a(&self, f: impl Fn() -> &'a str) -> &str { f() }",
        "fn a(&self, key: &'a str) -> table::Table { table::text_table(key) }",
    ] {
        refuses(&of(function), GENERICS);
    }
}

#[test]
fn functions_are_called_or_handed_to_a_call() {
    let f = "fn f(x: &str) -> bool { x.is_empty() }\n";
    accepts(&format!(
        "{f}{}",
        in_run(
            "let n = input.text.lines().filter(|l| f(l)).map(str::trim).map(Some).count(); let b = Some(\"\").map(f);"
        )
    ));
    for statement in [
        "let g = f;",
        "let g = [f, f];",
        "let g = (f, 1);",
        "let g = if true { f } else { f };",
        "let g = || f;",
        "let g = str::trim;",
        "let g = vec![text::key];",
    ] {
        refuses(&format!("{f}{}", in_run(statement)), TYPE);
    }
}

#[test]
fn variables_may_be_called_like_modules_and_macros() {
    accepts(&in_run(
        "let text = input.text; let words = text::words(text); let date = input.date; let money = 1; let format = money; let table = format!(\"{format}\");",
    ));
}

#[test]
fn names_end_where_their_block_ends() {
    refuses(&in_run("{ let inner = 1; } let x = inner;"), NAME);
    refuses(&in_run("if let Some(x) = Some(1) { } else { let y = x; }"), NAME);
    refuses(&in_run("let f = |a: i64| a; let b = a;"), NAME);
    refuses(&in_run("for i in 0..3 { } let j = i;"), NAME);
    refuses(&in_run("let x = x;"), NAME);
    accepts(&in_run("let Some(a) = Some(1) else { return Err(Abstain::new(\"\")) }; let b = a;"));
    accepts(&in_run("if let Some(x) = Some(1) && x > 0 { let y = x; }"));
    accepts(&in_run("while let Some(x) = Some(1) && let Some(y) = Some(x) { let z = y; }"));
    accepts(&in_run("match 1 { x if x > 0 => x, _ => 0 };"));
    accepts(&in_run("let m = matches!(Some(1), Some(x) if x > 0);"));
    accepts(&in_run("let x = inner(); fn inner() -> i64 { TWO } const TWO: i64 = 2;"));
}

#[test]
fn format_strings_are_code() {
    accepts(&in_run("let w = 3; let s = format!(\"{0:>w$} {n:?} {{}} {:.*}\", 1, 2, 3.0, n = 4);"));
    refuses(&in_run("let s = format!(\"{hidden}\");"), MACRO_ARGUMENT);
    refuses(&in_run("let s = format!(\"{:hidden$}\", 1);"), MACRO_ARGUMENT);
    refuses(&in_run("let s = format!(\"{:.hidden$}\", 1.0);"), MACRO_ARGUMENT);
    refuses(&in_run("let s = format!(\"{run}\");"), MACRO_ARGUMENT);
    refuses(&in_run("unreachable!(\"{:p}\", input.text);"), MACRO_ARGUMENT);
}

#[test]
fn imports_that_change_nothing_are_left_away_and_others_refused() {
    for import in [
        "use super::*;",
        "use super::{Input, Output, Abstain, LineItem};",
        "use crate::kit::text;",
        "use compiled_ai::kit::{self, money, text};",
        "use alloc::{string::{String, ToString}, vec::Vec, format};",
        "use core::fmt::{self, Write as _};",
        "use std::collections::{BTreeMap, BTreeSet};",
        "use regex::Regex;",
        "use jiff::civil::{Date, DateTime};",
    ] {
        accepts(&with_run(import));
    }
    for import in [
        "use core::fmt::Result;",
        "use std::fs;",
        "use super::secret;",
        "use Kind::*;",
        "pub use super::*;",
        "use ::std::vec::Vec;",
        "use std::vec::Vec as Option;",
        "use std::collections::*;",
    ] {
        refuses(&with_run(import), IMPORT);
    }
}

#[test]
fn array_lengths_are_seen_through_constants() {
    accepts(&with_run(
        "const A: &[i64] = &[1, 2, 3]; const N: usize = A.len() + 1; const B: [i64; N * 2] = [0; N * 2];",
    ));
    accepts(&with_run("fn f() { const W: usize = 16; let grid = [[0_u8; W]; W * 4]; }"));
    for items in [
        "const A: [u8; 60000] = [0; 60000]; const N: usize = A.len(); const B: [[u8; N]; N] = [A; N];",
        "const N: usize = 1 << 40; fn f() { let a = [0_u8; N]; }",
        "fn f() { let a = [0_u8; usize::MAX / 2]; }",
        "struct S([u8; 100_000]);",
        "fn f(a: &[[u8; 1000]; 1000]) {}",
    ] {
        refuses(&with_run(items), CONSTANT);
    }
}

#[test]
fn a_spec_type_wins_over_a_path_of_core() {
    let types: std::collections::BTreeSet<String> = ["Range".to_owned()].into();
    let names = Names { types: &types, signature: Signature::Template };
    let source = in_run("let r = Range { start: 1 }; let k = Range::Wide;");
    let accepted = check(&source, Profile::gate_1(), &names).unwrap();
    assert!(!accepted.source.contains("core::"), "{}", accepted.source);
}

#[test]
fn run_has_the_signature_by_which_it_is_called() {
    let types = std::collections::BTreeSet::new();
    let fits = |source: &str, signature| check(source, Profile::gate_1(), &Names { types: &types, signature }).is_ok();
    let template = in_run("");
    for text in [
        "pub fn run(input: &str) -> String { input.to_uppercase() }",
        "pub fn run<'a>(_: &'a str) -> String { String::new() }",
    ] {
        assert!(fits(text, Signature::Text) && fits(text, Signature::Either) && !fits(text, Signature::Template));
    }
    let is_template = fits(&template, Signature::Template) && fits(&template, Signature::Either);
    assert!(is_template && !fits(&template, Signature::Text));
    for neither in [
        "pub fn run(input: &mut str) -> String { String::new() }",
        "pub fn run(input: &'static str) -> String { String::new() }",
        "pub fn run(input: String) -> String { input }",
        "pub fn run(input: &str) -> &str { input }",
        "pub fn run(input: &str) -> Result<Output, Abstain> { Err(Abstain::new(\"no\")) }",
        "pub fn run(input: Input<'_>) -> String { String::new() }",
        "pub fn run(input: &str, more: &str) -> String { String::new() }",
        "pub fn run<T>(input: &str) -> String { String::new() }",
        "pub fn run() -> String { String::new() }",
    ] {
        assert!(!fits(neither, Signature::Either), "{neither}");
    }
}

#[test]
fn all_refusals_come_at_once_in_order_and_not_too_many() {
    let statements = (0..50).map(|i| format!("let x{i} = a{i}.leak();\n")).collect::<String>();
    let refusals = gate(&in_run(&statements)).unwrap_err();
    assert_eq!(refusals.len(), 20);
    assert!(refusals.is_sorted_by_key(|refusal| (refusal.line, refusal.column)));
}

#[test]
fn a_syntax_error_has_its_place() {
    let refusals = gate("fn run() {\n    let x = ;\n}\n").unwrap_err();
    assert_eq!((refusals[0].code, refusals[0].line, refusals[0].column), (SYNTAX, 2, 13));
    let refusals = gate("fn run() {\n    f(\n}\n").unwrap_err();
    assert_eq!((refusals[0].code, refusals[0].line), (SYNTAX, 3));
}

#[test]
fn every_name_that_the_prompt_promises_is_accepted() {
    let text = allowed_api(Profile::gate_1());
    assert!(text.contains("BTreeMap") && text.contains("Decimal") && text.contains("money::to_i64"));
    accepts(&in_run(
        "let m = BTreeMap::from([(1, 2)]); let c = char::from_digit(1, 10); let n = i64::try_from(1_u8); let x = i64::MAX; \
         let d = Decimal::from_str_exact(\"1\"); let z = Decimal::ZERO; let p = \"1\".parse::<Decimal>(); let t = Date::new(2024, 1, 2); \
         let a = Abstain::field(\"f\", \"w\"); let e = money::to_i64(z); let q = 10_i64.pow(2); let s = 2.0_f64.sqrt();",
    ));
}
