//! Answers and inputs of examples that were pasted into code.
//!
//! A reader of documents is full of words that documents hold, so an overlap alone says little. It counts if it is long, if
//! few examples have it, if the spec does not say it, and if it holds words that belong to one document and not to its kind.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use compiled_ai_core::codes::gate::EXAMPLE;
use compiled_ai_core::spec::{Expected, Field, OnAbstain, Shape, Spec};
use compiled_ai_core::value::Value;

use super::collect::{Literal, Sort};
use super::rules::Rules;
use crate::validate::security::refusal::Refusals;

/// The shortest overlap that counts, in characters.
const SHORTEST: usize = 16;
/// A text that more examples than this have is one of their kind.
const FEW: usize = 2;
/// A list of this many elements is a list of words, if few of them come from examples.
const LONG_LIST: usize = 8;
/// Overlaps that are looked at.
const MOST: usize = 200;

/// What a spec says in words, in the form that texts are compared in.
#[derive(Debug)]
pub(super) struct Prose {
    text: String,
    pub(super) words: BTreeSet<String>,
}

impl Prose {
    /// Everything but the examples.
    pub(super) fn of(spec: &Spec) -> Self {
        let mut texts = vec![spec.name.clone(), spec.about.clone()];
        let mut fields = |fields: &[Field]| {
            for field in fields {
                texts.push(field.name.replace('_', " "));
                texts.extend(field.doc.iter().chain(&field.unit).cloned());
            }
        };
        fields(&spec.input);
        for definition in spec.types.values() {
            if let Shape::Record(record) = &definition.shape {
                fields(record);
            }
        }
        for (name, definition) in &spec.types {
            texts.push(name.clone());
            texts.extend(definition.doc.clone());
            if let Shape::Enum(variants) = &definition.shape {
                for variant in variants {
                    texts.push(variant.name.replace('_', " "));
                    texts.extend(variant.doc.clone());
                }
            }
        }
        texts.extend(spec.rules.iter().cloned());
        texts.extend(spec.ensures.iter().map(|ensure| ensure.text.clone()));
        if let OnAbstain::Default(value) = &spec.on_abstain {
            leaves(value, &mut |text| texts.push(text.to_owned()));
        }
        let text = normal(&texts.join("\n"));
        let words = words(&text).map(str::to_owned).collect();
        Self { text, words }
    }

    /// Whether the spec holds `text`.
    pub(super) fn says(&self, text: &str) -> bool {
        self.text.contains(normal(text).trim())
    }
}

/// Looks for literals that repeat an example of `spec`, shown or held out.
///
/// A refusal does not tell which example: a model that hears that it has hit upon a held-out one would learn from it.
pub(super) fn check(literals: &[Literal], rules: &Rules, spec: &Spec, prose: &Prose, refusals: &mut Refusals) {
    let units: Vec<Unit<'_>> = literals.iter().filter(|literal| literal.sort != Sort::Number).flat_map(units).collect();
    let texts = texts(spec);
    let overlaps = overlaps(&units, &texts);
    if overlaps.is_empty() {
        return;
    }
    let common: BTreeMap<&str, usize> = frequencies(&overlaps, &texts);
    for overlap in &overlaps {
        let unit = &units[overlap.unit];
        if prose.says(&overlap.text) || count(&texts, |text| text.contains(&overlap.text)) > FEW {
            continue;
        }
        let rare: Vec<&str> = words(&overlap.text)
            .filter(|word| word.chars().count() >= 3 && !prose.words.contains(*word) && !rules.common.contains(*word))
            .filter(|word| common.get(word).is_none_or(|count| *count <= FEW))
            .collect();
        if is_specific(&rare, overlap, &texts[overlap.of]) && !is_word_list(unit.literal, literals, &texts) {
            let help = "compute the answer from what marks it in any input; a phrase that every answer has belongs into a \
                        rule of the spec";
            refusals.add(EXAMPLE, Some(547), unit.literal.at, "the literal repeats an example", help);
        }
    }
}

/// Whether an overlap belongs to one document and not to its kind.
fn is_specific(rare: &[&str], overlap: &Overlap, of: &Text) -> bool {
    let long_number = |word: &&&str| word.chars().filter(char::is_ascii_digit).count() >= 4;
    let covers = overlap.text.chars().count() * 2 >= of.text.chars().count();
    match of.is_output {
        true => !rare.is_empty(),
        false => rare.len() >= 3 || rare.iter().any(|word| long_number(&word)) || (covers && !rare.is_empty()),
    }
}

/// Whether a literal is an element of a list most of which no example holds: a list of words that the model knew.
fn is_word_list(literal: &Literal, literals: &[Literal], texts: &[Text]) -> bool {
    let Some(list) = literal.list else { return false };
    if literal.text.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let others: Vec<String> = literals
        .iter()
        .filter(|other| other.list == Some(list) && other.sort == Sort::Text && other.text.chars().count() >= 4)
        .take(64)
        .map(|other| normal(&other.text))
        .collect();
    let held = others.iter().filter(|other| texts.iter().any(|text| text.text.contains(other.as_str()))).count();
    others.len() >= LONG_LIST && held * 3 <= others.len()
}

/// A text to look for.
struct Unit<'l> {
    literal: &'l Literal,
    characters: Vec<char>,
}

/// A literal as it is, backwards, and decoded.
fn units(literal: &Literal) -> Vec<Unit<'_>> {
    let plain = if literal.sort == Sort::Pattern { unescaped(&literal.text) } else { literal.text.clone() };
    if plain.chars().count() < SHORTEST {
        return vec![];
    }
    let decoded = [STANDARD.decode(plain.trim()).ok(), from_hex(plain.trim())];
    let decoded = decoded.into_iter().flatten().filter_map(|bytes| String::from_utf8(bytes).ok());
    let backwards: String = plain.chars().rev().collect();
    let texts = decoded.chain([plain, backwards]);
    texts
        .map(|text| Unit { literal, characters: normal(&text).chars().collect() })
        .filter(|unit| unit.characters.len() >= SHORTEST)
        .collect()
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u32> = text.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
    digits.chunks(2).map(|pair| u8::try_from(pair.first()? * 16 + pair.get(1)?).ok()).collect()
}

/// What a regular expression matches, if it is little more than a text.
fn unescaped(pattern: &str) -> String {
    let mut text = pattern.to_owned();
    for (of_regex, plain) in
        [(r"\s+", " "), (r"\s*", " "), (r"\s", " "), (r"\b", ""), ("(?i)", ""), ("^", ""), ("$", ""), ("\\", "")]
    {
        text = text.replace(of_regex, plain);
    }
    text
}

/// A text of an example.
struct Text {
    example: usize,
    is_output: bool,
    text: String,
}

fn texts(spec: &Spec) -> Vec<Text> {
    let mut found = vec![];
    for (example, of) in spec.examples.iter().enumerate() {
        let mut add = |is_output: bool, value: &Value| {
            leaves(value, &mut |text| {
                let text = normal(text);
                if text.len() >= SHORTEST {
                    found.push(Text { example, is_output, text });
                }
            });
        };
        of.input.values().for_each(|value| add(false, value));
        if let Expected::Output(value) = &of.expected {
            add(true, value);
        }
    }
    found
}

/// The texts of a value.
fn leaves(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Bytes(bytes) => visit(&String::from_utf8_lossy(bytes)),
        Value::List(values) => values.iter().for_each(|value| leaves(value, visit)),
        Value::Record(fields) => fields.values().for_each(|value| leaves(value, visit)),
        Value::Map(entries) => entries.iter().for_each(|(key, value)| {
            visit(key);
            leaves(value, visit);
        }),
        _ => {}
    }
}

/// What a literal and an example have in common.
struct Overlap {
    unit: usize,
    /// The text of an example.
    of: usize,
    text: String,
}

/// All overlaps that are as long as they can be.
fn overlaps(units: &[Unit<'_>], texts: &[Text]) -> Vec<Overlap> {
    // Texts of examples may be long and many, literals are bounded: so their pieces are looked up, and the examples read once.
    let mut places: HashMap<&[char], Vec<(usize, usize)>> = HashMap::new();
    for (index, unit) in units.iter().enumerate() {
        for (start, window) in unit.characters.windows(SHORTEST).enumerate() {
            let known = places.entry(window).or_default();
            if known.len() < 4 && is_varied(window) {
                known.push((index, start));
            }
        }
    }
    places.retain(|_, known| !known.is_empty());
    let mut found: Vec<Overlap> = vec![];
    let mut seen = BTreeSet::new();
    if places.is_empty() {
        return found;
    }
    for (of, text) in texts.iter().enumerate() {
        let characters: Vec<char> = text.text.chars().collect();
        for (at, window) in characters.windows(SHORTEST).enumerate() {
            for &(unit, start) in places.get(window).into_iter().flatten() {
                let own = &units[unit].characters;
                // Part of the overlap that began one character before.
                if start > 0
                    && at > 0
                    && own[start - 1] == characters[at - 1]
                    && is_varied(&own[start - 1..start - 1 + SHORTEST])
                {
                    continue;
                }
                let length = own[start..].iter().zip(&characters[at..]).take_while(|(a, b)| a == b).count();
                let text: String = own[start..start + length].iter().collect();
                if found.len() < MOST && seen.insert((unit, of, text.clone())) {
                    found.push(Overlap { unit, of, text });
                }
            }
        }
    }
    found
}

/// Rules and blanks say nothing.
fn is_varied(window: &[char]) -> bool {
    let letters: BTreeSet<&char> = window.iter().filter(|c| c.is_alphanumeric()).collect();
    letters.len() >= 4
}

/// How many examples have each word of the overlaps.
fn frequencies<'o>(overlaps: &'o [Overlap], texts: &[Text]) -> BTreeMap<&'o str, usize> {
    let words: BTreeSet<&str> = overlaps.iter().flat_map(|overlap| words(&overlap.text)).collect();
    words.into_iter().map(|word| (word, count(texts, |text| text.contains(word)))).collect()
}

/// In how many examples a text is one that `test` holds for.
fn count(texts: &[Text], test: impl Fn(&str) -> bool) -> usize {
    let examples: BTreeSet<usize> = texts.iter().filter(|text| test(&text.text)).map(|text| text.example).collect();
    examples.len()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Lower case, with one blank for any white space, for which some write `_`.
fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for character in text.chars() {
        if !character.is_whitespace() && character != '_' {
            normal.extend(character.to_lowercase());
        } else if !normal.ends_with(' ') {
            normal.push(' ');
        }
    }
    normal
}
