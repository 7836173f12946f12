//! The stack and the work: no input within the limits overflows one or has no end of the other.

use std::collections::BTreeSet;

use compiled_ai_compiler::validate::security::{Names, Profile, Refusal, Signature, check_with_literals};
use compiled_ai_core::codes::gate::LIMIT;

use super::worst::{Worst, worst};
use super::{gate, in_run, with_run};

/// Shapes that make a parser recurse, as deep as the lexical pass lets them through: `before` repeated, a middle, `after`
/// repeated.
const SHAPES: &[(&str, &str, &str, &str, &str)] = &[
    ("let x = ", "(", "1", ")", ";"),
    ("let x = ", "[", "1", "]", ";"),
    ("let x = ", "!", "true", "", ";"),
    ("let x = ", "-", "1", "", ";"),
    ("let x = ", "*&", "1", "", ";"),
    ("let x = ", "& ", "1", "", ";"),
    ("let x = 1", " + 1", "", "", ";"),
    ("let x = 1", " as i64", "", "", ";"),
    ("let x = input.text", ".trim()", "", "", ";"),
    ("let x = input.text", "?", "", "", ";"),
    ("let x = input.text", "[0]", "", "", ";"),
    ("let x = input", ".a", "", "", ";"),
    ("let x = f", "()", "", "", ";"),
    ("if true {} ", "else if true {} ", "", "", ""),
    ("", "{", "", "}", ""),
    ("", "if true {", "", "}", ""),
    ("", "match 1 { _ => ", "1", "}", ""),
    ("let f = ", "|| ", "1", "", ";"),
    ("let f = ", "move |a| ", "1", "", ";"),
    ("", "return ", "1", "", ";"),
    ("let x: ", "Vec<", "u8", ">", ";"),
    ("let x: ", "&", "u8", "", ";"),
    ("let x: ", "(", "u8", ",)", ";"),
    ("let x: ", "impl Fn() -> ", "u8", "", ";"),
    ("let ", "&", "x", "", " = 1;"),
    ("let ", "(", "x", ")", " = 1;"),
    ("let ", "Some(", "x", ")", " = 1;"),
    ("let x = ", "a = ", "1", "", ";"),
    ("let x = ", "..", "1", "", ";"),
    ("let x = ", "a..", "1", "", ";"),
    ("let x = 1", " | 1", "", "", ";"),
    ("let x = ", "vec![", "1", "]", ";"),
    ("let x = ", "format!(\"{}\", ", "1", ")", ";"),
    ("let x = ", "unsafe {", "1", "}", ";"),
    ("let x = ", "if if ", "true", "{}", ";"),
    ("let x = a::<", "b::<", "u8", ">", ">;"),
    ("", "fn f() {", "", "}", ""),
    ("", "'a: loop {", "", "}", ""),
];

#[test]
fn nothing_within_the_limits_overflows_the_stack() {
    let mut deepest = 0;
    for (start, before, middle, after, end) in SHAPES {
        for times in [60, 62, 63, 64, 120, 250, 500, 510, 1000] {
            let statement = format!("{start}{}{middle}{}{end}", before.repeat(times), after.repeat(times));
            // Both answers are fine; an overflow would end the process.
            if let Err(refusals) = gate(&in_run(&statement))
                && refusals.iter().all(|refusal| refusal.code != LIMIT)
            {
                deepest = deepest.max(times);
            }
        }
    }
    assert!(deepest >= 60, "the limits refuse what they should let through");
}

#[test]
fn brackets_and_chains_together_do_not_either() {
    // The total over all open brackets bounds what nested chains add up to.
    for (open, close) in [("(1 + -!&", ")"), ("f(!!!!!!!!!!!!!!!", ")"), ("{ 1 + ", "1 }"), ("[a.b.c.d.e.f.g(", ")]")] {
        for times in [10, 20, 30, 60, 64] {
            let statement = format!("let x = {}1{};", open.repeat(times), close.repeat(times));
            let _ = gate(&in_run(&statement));
        }
    }
}

#[test]
fn a_chain_of_five_hundred_is_accepted() {
    let sum = format!("let x = 1{};", " + 1".repeat(490));
    assert!(gate(&in_run(&sum)).is_ok());
    let words = (0..400).map(|i| format!("\"w{i}\"")).collect::<Vec<_>>().join(" | ");
    assert!(gate(&in_run(&format!("let x = matches!(input.text, {words});"))).is_ok());
    let table = (0..2500).map(|i| format!("(\"word{i}\", {i})")).collect::<Vec<_>>().join(", ");
    assert!(gate(&with_run(&format!("const WORDS: &[(&str, i64)] = &[{table}];"))).is_ok());
    let arms = (0..2000).map(|i| format!("{i} => {{ }}\n")).collect::<String>();
    assert!(gate(&in_run(&format!("match input.count {{ {arms} _ => {{}} }}"))).is_ok());
    let statements = "if input.count > 1 { } \n".repeat(1800);
    assert!(gate(&in_run(&statements)).is_ok());
    let functions = (0..1000).map(|i| format!("fn f{i}() -> i64 {{ {i} }}\n")).collect::<String>();
    assert!(gate(&with_run(&functions)).is_ok());
}

#[test]
fn the_lexical_pass_answers_whatever_it_is_given() {
    let size = 128 * 1024;
    for unit in [
        "\"",
        "'",
        "/*",
        "r#",
        "r###\"",
        "\\",
        "é",
        "\u{202e}",
        "(",
        ")",
        "{}",
        "a ",
        "'a",
        "1",
        "b'",
        "//\u{200b}\n",
        "\"\u{202e}",
    ] {
        assert!(gate(&unit.repeat(size / unit.len())).is_err(), "{unit:?}");
    }
}

/// `cargo xtask gate-speed` measures these; here it counts that each is answered, and that no more is read than the limits say.
#[test]
fn the_slowest_texts_are_answered() {
    let tokens = Profile::gate_1().limits.tokens;
    for size in [6 << 10, 127 << 10] {
        for Worst { name, source } in worst(size) {
            let answer = gate(&source);
            // Every other character is a token.
            if name == "elements `1`" {
                let is_limited = answer.is_err_and(|refusals| refusals[0].code == LIMIT);
                assert_eq!(is_limited, size > tokens, "{name}, {size}");
            }
        }
    }
}

/// What rules that follow values would do to these grows with each line by as much as there was before. It is counted, so that the
/// answer is the same on any machine.
#[test]
fn what_doubles_is_followed_only_so_far() {
    let names = Names { types: &BTreeSet::new(), signature: Signature::Either };
    let is_limited = |refusal: &Refusal| refusal.code == LIMIT;
    let mut limited = vec![];
    for Worst { name, source } in worst(6 << 10).into_iter().filter(|text| text.name.contains("double")) {
        let answer = check_with_literals(&source, Profile::gate_1(), &names, None);
        if answer.is_err_and(|refusals| refusals.iter().any(is_limited)) {
            limited.push(name);
        }
    }
    assert_eq!(
        limited,
        ["variables that double", "a buffer that doubles", "functions that double", "functions that double in formats"]
    );
}
