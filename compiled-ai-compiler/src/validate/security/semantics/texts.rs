//! Texts with values in them: how they are put together, and what they must not become.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use compiled_ai_core::codes::gate::{DISCLOSURE, INTERPOLATION};
use proc_macro2::{LineColumn, Span};
use regex::Regex;
use serde::Deserialize;
use syn::{Expr, Lit};

use super::taint::{Facts, Part, Value};
use super::words::Words;
use crate::validate::security::refusal::Refusals;

/// What a literal is worth.
pub(super) fn literal_value(literal: &Lit) -> Value {
    match literal {
        Lit::Str(text) => Value::text(&text.value(), text.span()),
        Lit::ByteStr(bytes) => Value::text(&String::from_utf8_lossy(&bytes.value()), bytes.span()),
        Lit::Char(c) => Value::text(&c.value().to_string(), c.span()),
        Lit::Byte(byte) => Value::text(&char::from(byte.value()).to_string(), byte.span()),
        _ => Value::known(),
    }
}

/// Whether an expression is a number that is written out.
pub(super) fn is_number(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(lit) if matches!(lit.lit, Lit::Int(_) | Lit::Float(_)))
}

/// What `format!` makes, and what its widths and precisions are.
pub(super) fn format(
    text: &str,
    at: Span,
    given: &[(Option<String>, Value)],
    variable: &mut dyn FnMut(&str) -> Option<Value>,
) -> (Value, Vec<Facts>) {
    let (mut value, mut widths) = (Value::default(), vec![]);
    let (mut plain, mut next) = (String::new(), 0);
    let named: HashMap<&str, &Value> =
        given.iter().rev().filter_map(|(name, value)| Some((name.as_deref()?, value))).collect();
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let after = &rest[character.len_utf8()..];
        if matches!(character, '{' | '}') && after.starts_with(character) {
            plain.push(character);
            rest = &after[1..];
            continue;
        }
        let Some(end) = (character == '{').then(|| after.find('}')).flatten() else {
            plain.push(character);
            rest = after;
            continue;
        };
        let (argument, spec) = after[..end].split_once(':').unwrap_or((&after[..end], ""));
        let argument = argument.trim();
        let mut find = |argument: &str| -> Option<Value> {
            if argument.is_empty() {
                next += 1;
                return given.get(next - 1).map(|(_, value)| value.clone());
            }
            if let Ok(index) = argument.parse::<usize>() {
                return given.get(index).map(|(_, value)| value.clone());
            }
            named.get(argument).map(|value| (*value).clone()).or_else(|| variable(argument))
        };
        let mut hole = find(argument).unwrap_or_else(Value::known);
        if spec.contains('?') {
            // Debug output escapes line breaks and quotes.
            hole = Value::of(hole.facts()).with(Facts::LINE.and(Facts::QUOTED));
        }
        for count in spec.split_inclusive('$').filter_map(|part| part.strip_suffix('$')) {
            let start = count.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_').map_or(0, |at| at + 1);
            widths.extend(find(&count[start..]).map(|value| value.facts()));
        }
        if !plain.is_empty() {
            value.push(&Value::text(&std::mem::take(&mut plain), at));
        }
        value.push(&hole);
        rest = &after[end + 1..];
    }
    if !plain.is_empty() {
        value.push(&Value::text(&plain, at));
    }
    (value, widths)
}

/// A template with `value` in place of each `slot`.
pub(super) fn fill(template: &Value, slot: &str, value: &Value) -> Value {
    let mut filled = Value::default();
    for part in &template.parts {
        let Part::Text(text, at) = part else {
            filled.parts.push(part.clone());
            continue;
        };
        for (index, piece) in text.split(slot).enumerate().take(16) {
            if index > 0 {
                filled.push(value);
            }
            if !piece.is_empty() {
                filled.push(&Value::text(piece, *at));
            }
        }
    }
    filled
}

/// What a text with a value in it must not be.
struct Rule {
    what: String,
    cwe: u32,
    help: String,
    /// What makes a value safe here.
    safe: Facts,
    /// It must not hold a secret, whatever else it is.
    is_disclosure: bool,
    /// Nothing of it may come from the input at all, safe or not.
    needs_value: bool,
    /// It is about values that the code itself holds.
    of_code: bool,
    /// Values of parameters may be listed beside it.
    lists_parameters: bool,
    /// Words of which the file has to say one; none if that does not matter.
    beside: Vec<String>,
    regexes: Vec<Regex>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    text: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    what: String,
    cwe: u32,
    help: String,
    #[serde(default)]
    safe: Vec<String>,
    #[serde(default)]
    is_disclosure: bool,
    #[serde(default)]
    without_value: bool,
    #[serde(default)]
    of_code: bool,
    #[serde(default)]
    lists_parameters: bool,
    #[serde(default)]
    beside: Vec<String>,
    regexes: Vec<String>,
}

/// The rules of `gate/semantics-1.toml`.
///
/// # Panics
/// Never: the embedded file is tested.
fn rules() -> &'static [Rule] {
    static RULES: OnceLock<Vec<Rule>> = OnceLock::new();
    RULES.get_or_init(|| {
        parse(include_str!("../../../../gate/semantics-1.toml")).expect("the embedded rules are tested")
    })
}

fn parse(text: &str) -> Result<Vec<Rule>, String> {
    let rules: Rules = toml::from_str(text).map_err(|error| error.to_string())?;
    rules.text.into_iter().map(rule).collect()
}

fn rule(entry: Entry) -> Result<Rule, String> {
    let mut safe = Facts::NONE;
    for name in &entry.safe {
        safe = safe.and(match name.as_str() {
            "html" => Facts::HTML,
            "line" => Facts::LINE,
            "word" => Facts::WORD,
            "path" => Facts::PATH,
            "url" => Facts::URL,
            "quoted" => Facts::QUOTED,
            "shell" => Facts::SHELL,
            "ldap" => Facts::LDAP,
            "known" => Facts::KNOWN,
            other => return Err(format!("unknown treatment `{other}`")),
        });
    }
    let compile = |regex: &String| crate::validate::security::literals::quick(regex).map_err(|error| error.to_string());
    Ok(Rule {
        what: entry.what,
        cwe: entry.cwe,
        help: entry.help,
        safe,
        is_disclosure: entry.is_disclosure,
        needs_value: !entry.without_value && !entry.of_code,
        of_code: entry.of_code,
        lists_parameters: entry.lists_parameters,
        beside: entry.beside,
        regexes: entry.regexes.iter().map(compile).collect::<Result<_, _>>()?,
    })
}

/// Looks at all texts that are built.
pub(super) fn check(built: &[Vec<Part>], words: &Words, refusals: &mut Refusals) {
    let mut shown = HashMap::new();
    let says = |word: &String| words.hold(word);
    for rule in rules().iter().filter(|rule| rule.beside.is_empty() || rule.beside.iter().any(says)) {
        // Rules to which the same is safe see the same.
        let texts: &Vec<Shown> = shown
            .entry((rule.safe, rule.is_disclosure, rule.of_code, rule.lists_parameters))
            .or_insert_with(|| built.iter().map(|parts| Shown::of(parts, rule)).collect());
        for text in texts {
            if refusals.is_full() {
                return;
            }
            if rule.needs_value && !text.has_value && !rule.is_disclosure {
                continue;
            }
            let Some(found) = rule.regexes.iter().find_map(|regex| regex.find(&text.text)) else { continue };
            let at = text.starts.iter().rev().find(|(start, _)| *start <= found.start()).or(text.starts.first());
            if let Some((_, at)) = at {
                let code = if rule.is_disclosure { DISCLOSURE } else { INTERPOLATION };
                refusals.add(code, Some(rule.cwe), *at, rule.what.clone(), rule.help.clone());
            }
        }
    }
}

/// The places of texts whose values are all known: wherever such a text is built, nothing of the input stands in it that was not
/// found in a list.
pub(super) fn listed(built: &[Vec<Part>]) -> Vec<LineColumn> {
    let mut places: BTreeMap<LineColumn, bool> = BTreeMap::new();
    for parts in built {
        // A list of the values may follow on lines of its own.
        let (mut line, mut is_known) = (vec![], true);
        for part in parts {
            match part {
                Part::Text(text, at) => {
                    line.push(at.start());
                    if text.contains('\n') {
                        end_of_line(&mut places, &mut line, is_known);
                        (line, is_known) = (vec![at.start()], true);
                    }
                }
                Part::Hole(facts) => is_known &= !facts.has(Facts::TEXT) || facts.has(Facts::KNOWN),
            }
        }
        end_of_line(&mut places, &mut line, is_known);
    }
    places.into_iter().filter(|(_, is_known)| *is_known).map(|(at, _)| at).collect()
}

fn end_of_line(places: &mut BTreeMap<LineColumn, bool>, line: &mut Vec<LineColumn>, is_known: bool) {
    for at in line.drain(..) {
        *places.entry(at).or_insert(true) &= is_known;
    }
}

/// A text as rules see it.
struct Shown {
    text: String,
    /// Where its literals begin.
    starts: Vec<(usize, Span)>,
    /// Something of the input is in it as it is.
    has_value: bool,
}

impl Shown {
    fn of(parts: &[Part], rule: &Rule) -> Self {
        let mut shown = Self { text: String::new(), starts: vec![], has_value: false };
        for part in parts {
            match part {
                Part::Text(piece, at) => {
                    shown.starts.push((shown.text.len(), *at));
                    // So that no literal passes for a value.
                    shown.text.push_str(&piece.replace(['\u{1}', '\u{2}', '\u{3}'], " "));
                }
                Part::Hole(facts) => {
                    let is_listed = rule.lists_parameters && facts.has(Facts::LINE) && is_parameter(&shown.text);
                    let is_open = facts.has(Facts::TEXT) && !facts.has(rule.safe) && !is_listed;
                    let is_secret = facts.has(Facts::SECRET.and(Facts::KEYED)) && facts.has(Facts::TEXT);
                    shown.has_value |= is_open;
                    let is_of_code = rule.of_code && *facts == Facts::NONE;
                    shown.text.push(match (rule.is_disclosure && is_secret || is_of_code, is_open) {
                        (true, _) => '\u{3}',
                        (false, true) => '\u{1}',
                        (false, false) => '\u{2}',
                    });
                }
            }
        }
        shown
    }
}

/// Whether the line before a value lists what is bound to a parameter: `$1 = `, `:name := `, `-- params: `.
fn is_parameter(before: &str) -> bool {
    const NAMES: &[&str] =
        &["param", "params", "parameters", "args", "arguments", "bind", "binds", "bound", "bindings"];
    let Some((_, line)) = before.rsplit_once('\n') else { return false };
    let line = line.trim_start().trim_start_matches("--").trim_start();
    let Some(name) = line.trim_end().strip_suffix(['=', ':', '[', '(']) else { return false };
    let name = name.trim_end_matches([':', '=', ' ', '-', '>']);
    let is_name = |name: &str| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '\u{2}'));
    match name.strip_prefix(['$', ':', '?', '@']) {
        Some(name) => is_name(name),
        None => NAMES.contains(&name.to_lowercase().as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_rules_parse() {
        assert!(parse(include_str!("../../../../gate/semantics-1.toml")).unwrap().len() >= 12);
        assert!(parse("text = []\nextra = 1").is_err());
    }

    #[test]
    fn a_line_lists_what_is_bound_to_a_parameter() {
        for line in ["\n  $\u{2} = ", "\n$1 := ", "x\n:name = ", "\n-- params: [", "\nbinds: "] {
            assert!(is_parameter(line), "{line:?}");
        }
        for line in ["$1 = ", "\nwhere name = ", "\n  and x = $1 or y = ", "\n", "\nvalues (", "\n$1 "] {
            assert!(!is_parameter(line), "{line:?}");
        }
    }
}
