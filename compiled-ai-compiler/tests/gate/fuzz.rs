//! Whatever comes in, the gate answers: bytes, tokens in any order, candidates with a piece exchanged. What it accepts stays
//! as it is.

use proptest::prelude::*;

use super::cases::cases;
use super::gate;

const TOKENS: &[&str] = &[
    "fn",
    "run",
    "pub",
    "struct",
    "enum",
    "impl",
    "const",
    "use",
    "mod",
    "let",
    "if",
    "else",
    "match",
    "for",
    "in",
    "while",
    "loop",
    "return",
    "break",
    "move",
    "unsafe",
    "async",
    "dyn",
    "where",
    "as",
    "ref",
    "mut",
    "self",
    "Self",
    "super",
    "crate",
    "input",
    "Input",
    "Output",
    "Result",
    "Abstain",
    "Option",
    "String",
    "Vec",
    "text",
    "x",
    "'a",
    "'static",
    "'_",
    "'x'",
    "\"a\"",
    "\"{}\"",
    "b\"a\"",
    "r#\"a\"#",
    "1",
    "1.5",
    "0xff_u8",
    "format!",
    "vec!",
    "matches!",
    "regex!",
    "include_str!",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    ",",
    ";",
    ":",
    "::",
    ".",
    "..",
    "..=",
    "=",
    "==",
    "=>",
    "->",
    "+",
    "-",
    "*",
    "/",
    "%",
    "&",
    "&&",
    "|",
    "||",
    "!",
    "?",
    "#",
    "#[derive(Debug)]",
    "#![x]",
    "@",
    "$",
    "_",
    "//",
    "/*",
    "*/",
    "\n",
    "\u{202e}",
    "é",
    "fn f() {",
    "let x = ",
    "|x| ",
    "if let Some(x) = ",
    "impl<'a> S<'a> {",
    "-> &'a str",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_do_not_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = gate(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn text_does_not_panic(text in "\\PC{0,200}") {
        let _ = gate(&text);
    }

    #[test]
    fn tokens_do_not_panic(tokens in proptest::collection::vec(proptest::sample::select(TOKENS), 0..80)) {
        let _ = gate(&tokens.join(" "));
    }

    #[test]
    fn changed_candidates_are_refused_or_stay_as_they_are(
        index in any::<proptest::sample::Index>(),
        at in any::<proptest::sample::Index>(),
        length in 0_usize..40,
        tokens in proptest::collection::vec(proptest::sample::select(TOKENS), 0..4),
    ) {
        let files = cases("benign");
        let source = &files[index.index(files.len())].source;
        let floor = |mut offset: usize| {
            while !source.is_char_boundary(offset) {
                offset -= 1;
            }
            offset
        };
        let start = floor(at.index(source.len()));
        let end = floor((start + length).min(source.len()));
        let changed = format!("{}{}{}", &source[..start], tokens.join(" "), &source[end.max(start)..]);
        if let Ok(accepted) = gate(&changed) {
            let again = gate(&accepted.source);
            prop_assert_eq!(again.map(|again| again.source).ok(), Some(accepted.source));
        }
    }
}
