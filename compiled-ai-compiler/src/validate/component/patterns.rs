//! Patterns of a candidate, parsed while its component is built: so that no component holds what parses them.
//!
//! What is written down is what parsing gives, and what a component makes of it is the same as if it had parsed the pattern itself:
//! the same engine is built from the same form. That the form is the same is tried here, with the function that a component reads it
//! with; a pattern of which it is not remains text, and its component holds a parser.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use compiled_ai_runtime::kit::prepared::decode;
use proc_macro2::{TokenStream, TokenTree};
use regex_syntax::hir::{Class, Hir, HirKind};

/// The version that patterns are parsed with here. A kit that has another one parses for itself, since another version may know other
/// characters.
const VERSION: &str = "0.8.12";

/// Where a component has what reads them.
const PREPARED: &str = "::compiled_ai_runtime::kit::prepared";

/// The table of the patterns in `candidate`, which the macro `regex!` looks them up in, as the text of a `static`. `has` tells whether
/// a crate in a version is part of the kit.
pub(super) fn table(candidate: &str, has: impl Fn(&str, &str) -> bool) -> String {
    let mut patterns = BTreeMap::new();
    let tokens: TokenStream = candidate.parse().unwrap_or_default();
    collect(tokens, &mut patterns);
    if !has("regex-syntax", VERSION) {
        patterns.values_mut().for_each(|form| *form = None);
    }
    let mut classes = Classes::default();
    let mut entries = String::new();
    for (text, hir) in &patterns {
        let form = match hir.as_ref().and_then(|hir| prepared(hir, &mut classes)) {
            Some(code) => format!("Parsed {{ code: &{code:?}, classes: &CLASSES }}"),
            None => format!("Text({PREPARED}::parsed)"),
        };
        let _ = writeln!(entries, "    {PREPARED}::Pattern {{ text: {text:?}, form: {PREPARED}::Form::{form} }},");
    }
    let classes: String = classes.0.iter().map(|class| format!("    &{class:?},\n")).collect();
    format!(
        "static CLASSES: &[&[u8]] = &[\n{classes}];\n\
         static PATTERNS: &[{PREPARED}::Pattern] = &[\n{entries}];\n"
    )
}

/// Every `regex!("…")`, also where it stands in the arguments of another macro.
fn collect(tokens: TokenStream, patterns: &mut BTreeMap<String, Option<Hir>>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let before = index.checked_sub(2).map(|before| &tokens[before..index]);
        if let Some([TokenTree::Ident(name), TokenTree::Punct(bang)]) = before
            && name == "regex"
            && bang.as_char() == '!'
            && let Some(TokenTree::Literal(literal)) = group.stream().into_iter().next()
            && let syn::Lit::Str(text) = syn::Lit::new(literal)
        {
            let text = text.value();
            let hir = regex_syntax::Parser::new().parse(&text).ok();
            patterns.insert(text, hir);
        }
        collect(group.stream(), patterns);
    }
}

/// A pattern as it is written down, if what is read is what was written.
fn prepared(hir: &Hir, classes: &mut Classes) -> Option<Vec<u8>> {
    let mut code = vec![];
    encode(hir, classes, &mut code);
    let borrowed: Vec<&[u8]> = classes.0.iter().map(Vec::as_slice).collect();
    (decode::hir(&code, &borrowed).as_ref() == Some(hir)).then_some(code)
}

/// The classes of all patterns, each once: those that Unicode has a say in are long.
#[derive(Default)]
struct Classes(Vec<Vec<u8>>);

impl Classes {
    fn number(&mut self, class: &Class) -> u32 {
        let ranges: Vec<(u32, u32)> = match class {
            Class::Unicode(class) => {
                class.iter().map(|range| (u32::from(range.start()), u32::from(range.end()))).collect()
            }
            Class::Bytes(class) => {
                class.iter().map(|range| (u32::from(range.start()), u32::from(range.end()))).collect()
            }
        };
        let (mut code, mut before) = (vec![], 0);
        for (start, end) in ranges {
            number(&mut code, start - before);
            number(&mut code, end - start);
            before = end;
        }
        let found = self.0.iter().position(|known| *known == code);
        let at = found.unwrap_or_else(|| {
            self.0.push(code);
            self.0.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    }
}

fn encode(hir: &Hir, classes: &mut Classes, code: &mut Vec<u8>) {
    let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let mut all = |tag, subs: &[Hir], code: &mut Vec<u8>| {
        number(code, tag);
        number(code, length(subs.len()));
        subs.iter().for_each(|sub| encode(sub, classes, code));
    };
    match hir.kind() {
        HirKind::Empty => number(code, 0),
        HirKind::Literal(literal) => {
            number(code, 1);
            number(code, length(literal.0.len()));
            code.extend_from_slice(&literal.0);
        }
        HirKind::Class(class) => {
            number(code, if matches!(class, Class::Unicode(_)) { 2 } else { 3 });
            let class = classes.number(class);
            number(code, class);
        }
        HirKind::Look(look) => {
            number(code, 4);
            number(code, look.as_repr());
        }
        HirKind::Repetition(repetition) => {
            number(code, 5);
            number(code, repetition.min);
            // One that can't be told from none is noticed, as any other difference.
            number(code, repetition.max.map_or(0, |max| max.wrapping_add(1)));
            number(code, repetition.greedy.into());
            encode(&repetition.sub, classes, code);
        }
        HirKind::Capture(capture) => {
            number(code, 6);
            number(code, capture.index);
            let name = capture.name.as_deref();
            number(code, name.map_or(0, |name| length(name.len()) + 1));
            code.extend_from_slice(name.unwrap_or_default().as_bytes());
            encode(&capture.sub, classes, code);
        }
        HirKind::Concat(subs) => all(7, subs, code),
        HirKind::Alternation(subs) => all(8, subs, code),
    }
}

/// LEB128.
fn number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use compiled_ai_runtime::kit::prepared::{self, Captures, Form, Pattern};
    use proptest::prelude::*;

    use super::*;

    fn parse(text: &str) -> Hir {
        regex_syntax::Parser::new().parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    /// As in a component.
    fn regex(text: &str) -> Box<prepared::Regex> {
        let mut classes = Classes::default();
        let code =
            prepared(&parse(text), &mut classes).unwrap_or_else(|| panic!("`{text}` is not read as it was written"));
        let classes: Vec<&'static [u8]> = classes.0.into_iter().map(|class| &*class.leak()).collect();
        let form = Form::Parsed { code: code.leak(), classes: classes.leak() };
        let text: &'static str = text.to_owned().leak();
        prepared::regex(Box::leak(Box::new(Pattern { text, form })))
    }

    /// Everything that a candidate can ask, as text; the same expression for two types.
    macro_rules! answers {
        ($regex:expr, $haystack:expr, $captures:ty) => {{
            let (regex, haystack): (_, &str) = ($regex, $haystack);
            let mut locations = regex.capture_locations();
            let read = regex.captures_read(&mut locations, haystack).map(|found| found.range());
            let upper = |captures: &$captures| captures[0].to_uppercase();
            let named: Vec<Option<&str>> = regex.capture_names().collect();
            let parts = |captures: $captures| {
                let mut expanded = String::new();
                captures.expand("<$1|$word|$$>", &mut expanded);
                let groups: Vec<Option<String>> =
                    captures.iter().map(|group| group.map(|found| found.as_str().to_owned())).collect();
                let word =
                    captures.name("word").map(|found| (found.start(), found.end(), found.len(), found.is_empty()));
                (format!("{captures:?}"), expanded, groups, word, captures.len(), captures.get_match().range())
            };
            let lists: [&dyn Debug; 4] = [
                &regex.find_iter(haystack).map(|found| format!("{found:?}")).collect::<Vec<_>>(),
                &regex.captures_iter(haystack).map(parts).collect::<Vec<_>>(),
                &regex.split(haystack).collect::<Vec<_>>(),
                &regex.splitn(haystack, 2).collect::<Vec<_>>(),
            ];
            let replaced = [
                regex.replace(haystack, "<$0$1>"),
                regex.replace_all(haystack, "plain"),
                regex.replace_all(haystack, &String::from("$word-")),
                regex.replace_all(haystack, upper),
                regex.replacen(haystack, 2, "x"),
            ];
            let single: [&dyn Debug; 8] = [
                &(regex.is_match(haystack), regex.shortest_match(haystack)),
                &regex.find(haystack).map(|found| (found.range(), found.as_str())),
                &regex.captures(haystack).map(parts),
                &(read, locations.get(0), locations.len()),
                &(regex.as_str(), regex.to_string(), format!("{regex:?}")),
                &(regex.captures_len(), regex.static_captures_len()),
                &named,
                &(regex.find_iter(haystack).count(), regex.captures_iter(haystack).count()),
            ];
            format!("{lists:?} {replaced:?} {single:?}")
        }};
    }

    const PATTERNS: &[&str] = &[
        "",
        "a",
        "^",
        r"\b",
        r"\B",
        "a|b|c",
        "ab|ac|ad",
        "(?:ab|cd)*?e",
        "[^a-z]+",
        r"\w+",
        r"\W",
        r"(?i)straße|ſ|K",
        r"(?i-u:k)[[:alpha:]]",
        r"(?P<word>\w+)\s(\d{2,4})?",
        r"(a)|(b)",
        r"((a)(b)?)+",
        r"^[\W\d_]*(?:TEL|FAX|(?:CO|COMPANY)\W+REG)\b",
        r"(?m)^\s*(?P<word>[A-Z]{3,})\s*$",
        r"(?s).+$",
        r"(?x) \d # a digit
            + ",
        r"\x{1F600}|é|東+",
        r"a{0}b{1}c{2,}d{3,5}?",
        r"(?:)*|(?:a?)*",
        r"[a&&b]",
        r"(?R)$",
        r"\b{start}\w+\b{end}",
        r"\A.\z",
        r"(?U)a+b*",
    ];

    const HAYSTACKS: &[&str] = &[
        "",
        "a",
        "abc abd ace",
        "TEL: 03-1234",
        "  CO.REG 12\n\n TOTAL \nx",
        "Straße STRASSE ſk K k",
        "x 2024 y 12 z",
        "\u{1F600}é東東Ωω",
        "aabbab\r\nab",
        "\u{a0}\u{3000}١٢٣ _",
    ];

    #[test]
    fn answers_as_the_crate_regex_does() {
        for pattern in PATTERNS {
            let (ours, theirs) = (regex(pattern), regex::Regex::new(pattern));
            let Ok(theirs) = theirs else { panic!("{pattern}") };
            for haystack in HAYSTACKS {
                let found = answers!(&*ours, haystack, Captures<'_>);
                assert_eq!(found, answers!(&theirs, haystack, regex::Captures<'_>), "{pattern:?} in {haystack:?}");
            }
        }
    }

    fn pattern() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            "[a-cA-Cé0-2 ]",
            prop::sample::select(vec![
                r"\d", r"\w", r"\W", r"\s", r"\b", r"\B", "^", "$", ".", "[^a]", "[a-c_]", "(?:)"
            ])
            .prop_map(str::to_owned),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 1..4).prop_map(|all| all.concat()),
                prop::collection::vec(inner.clone(), 1..4).prop_map(|all| format!("(?:{})", all.join("|"))),
                inner.clone().prop_map(|one| format!("({one})")),
                inner.clone().prop_map(|one| format!("(?i:{one})")),
                (inner, prop::sample::select(vec!["*", "+", "?", "*?", "{2}", "{0,2}", "{1,}"]))
                    .prop_map(|(one, times)| format!("(?:{one}){times}")),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn whatever_the_pattern(pattern in pattern(), haystack in "[a-cA-Cé0-2_ \n]{0,20}") {
            let theirs = regex::Regex::new(&pattern).unwrap();
            let found = answers!(&*regex(&pattern), &haystack, Captures<'_>);
            prop_assert_eq!(found, answers!(&theirs, &haystack, regex::Captures<'_>));
        }

        #[test]
        fn what_is_no_pattern_is_refused(code in prop::collection::vec(0..12u8, 0..20)) {
            let _ = decode::hir(&code, &[&[1, 2], &[0x80]]);
        }
    }

    #[test]
    fn every_pattern_is_found_wherever_it_stands() {
        let candidate = r##"
            // regex!("comment")
            fn run() { kit::regex!(r"a\d").is_match("regex!(\"text\")"); kit::vec![regex!("b", ), kit::format!("{}", regex!(r#""c""#))]; }
        "##;
        let found = table(candidate, |_, _| true);
        let texts: Vec<&str> = found.matches("text: ").collect();
        assert_eq!(texts.len(), 3, "{found}");
        for text in [r#"text: "a\\d""#, r#"text: "b""#, r#"text: "\"c\"""#] {
            assert!(found.contains(text), "{found}");
        }
        assert!(!found.contains("Form::Text"));
    }

    #[test]
    fn a_kit_with_another_version_parses_for_itself() {
        let asked = std::cell::RefCell::new(vec![]);
        let found = table("regex!(\"a\")", |name, version| {
            asked.borrow_mut().push(format!("{name} {version}"));
            false
        });
        assert!(found.contains("Form::Text"), "{found}");
        // What is asked for is what this crate is built with.
        let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock")).unwrap();
        let package = format!("name = \"regex-syntax\"\nversion = \"{VERSION}\"");
        assert!(lock.contains(&package));
        assert_eq!(asked.into_inner(), [format!("regex-syntax {VERSION}")]);
    }
}
