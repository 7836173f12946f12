//! Answers and inputs of examples that were pasted into code.
//!
//! A reader of documents is full of words that documents hold, so an overlap alone says little. It counts if it is long, if
//! few examples have it, if the spec does not say it, and if it holds words that belong to one document and not to its kind.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use compiled_ai_core::codes::gate::EXAMPLE;
use compiled_ai_core::spec::{Expected, Field, OnAbstain, Shape, Spec};
use compiled_ai_core::value::Value;

use super::collect::{Literal, Sort};
use super::overlaps::{self, Bits, Overlap};
use super::rules::Rules;
use crate::validate::security::refusal::Refusals;

/// The shortest overlap that counts, in characters.
pub(super) const SHORTEST: usize = 16;
/// A text that more examples than this have is one of their kind.
pub(super) const FEW: usize = 2;
/// A list of this many elements is a list of words, if few of them come from examples.
const LONG_LIST: usize = 8;
/// A longer phrase is a sentence of a document, no expression that any text may use.
const WORDS_OF_PHRASE: usize = 4;

/// What a spec says in words, in the form that texts are compared in.
#[derive(Debug, Default)]
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

/// What the examples of a spec hold, made ready once for all of its candidates.
#[derive(Debug)]
pub struct Examples {
    pub(super) prose: Prose,
    texts: Vec<Text>,
    windows: Bits,
    /// Most candidates have nothing in common with an example.
    frequencies: OnceLock<Frequencies>,
}

impl Examples {
    /// Of `spec`, shown or held out.
    pub fn of(spec: &Spec) -> Self {
        let texts = texts(spec);
        Self { prose: Prose::of(spec), windows: Bits::of(&texts), texts, frequencies: OnceLock::new() }
    }
}

/// Looks for literals that repeat an example.
///
/// A refusal does not tell which example: a model that hears that it has hit upon a held-out one would learn from it.
pub(super) fn check(literals: &[Literal], rules: &Rules, examples: &Examples, refusals: &mut Refusals) {
    let is_text = |literal: &&Literal| !matches!(literal.sort, Sort::Number | Sort::Everything);
    let Examples { prose, texts, windows, frequencies } = examples;
    let mut units: Vec<Unit<'_>> = vec![];
    literals.iter().filter(is_text).for_each(|literal| add_units(literal, windows, &mut units));
    let found = overlaps::find(&units, texts, windows);
    if found.is_empty() {
        return;
    }
    let frequencies = frequencies.get_or_init(|| Frequencies::of(texts));
    let mut lists = BTreeMap::new();
    let mut known = BTreeMap::new();
    for overlap in &found {
        let unit = &units[overlap.unit];
        if refusals.is_full() || overlap.examples > FEW {
            continue;
        }
        let says = |text: &str| prose.says(text);
        if *known.entry(overlap.text.as_str()).or_insert_with(|| says(&overlap.text)) {
            continue;
        }
        let rare: Vec<&str> = words(overlap.whole_words())
            .filter(|word| word.chars().count() >= 3 && !prose.words.contains(*word) && !rules.common.contains(*word))
            .filter(|word| frequencies.of_word(word) <= FEW)
            .collect();
        if is_specific(&rare, overlap, &texts[overlap.of])
            && !is_word_list(unit.literal, literals, frequencies, &mut lists)
            && !is_phrase_to_find(unit.literal, overlap, &texts[overlap.of])
        {
            let help = "compute the answer from what marks it in any input; a phrase that every answer has belongs into a \
                        rule of the spec";
            refusals.add(EXAMPLE, Some(547), unit.literal.at, "the literal repeats an example", help);
        }
    }
}

/// Whether an overlap belongs to one document and not to its kind.
fn is_specific(rare: &[&str], overlap: &Overlap, of: &Text) -> bool {
    let long_number = |word: &&&str| word.chars().filter(char::is_ascii_digit).count() >= 4;
    let covers = overlap.length * 2 >= of.characters.len();
    match of.is_output {
        true => !rare.is_empty(),
        false => rare.len() >= 3 || rare.iter().any(|word| long_number(&word)) || (covers && !rare.is_empty()),
    }
}

/// Whether a literal is an element of a list most of which no example holds: a list of words that the model knew.
fn is_word_list(
    literal: &Literal,
    literals: &[Literal],
    frequencies: &Frequencies,
    lists: &mut BTreeMap<usize, bool>,
) -> bool {
    let Some(list) = literal.list else { return false };
    if literal.text.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    *lists.entry(list).or_insert_with(|| {
        let others: Vec<String> = literals
            .iter()
            .filter(|other| other.list == Some(list) && other.sort == Sort::Text && other.text.chars().count() >= 4)
            .take(64)
            .map(|other| normal(&other.text))
            .collect();
        let is_held = |other: &&String| words(other).all(|word| frequencies.of_word(word) > 0);
        others.len() >= LONG_LIST && others.iter().filter(is_held).count() * 3 <= others.len()
    })
}

/// Whether an overlap is one of many phrases that a regular expression looks for, such as `next to|within walking distance|…`.
///
/// Only an expression that the example itself writes in small letters: a name, or a number, belongs to one document.
fn is_phrase_to_find(literal: &Literal, overlap: &Overlap, of: &Text) -> bool {
    let phrase = overlap.whole_words().trim();
    literal.sort == Sort::Pattern
        && literal.text.matches('|').count() >= LONG_LIST
        && words(phrase).count() <= WORDS_OF_PHRASE
        && !phrase.contains(|c: char| c.is_numeric())
        && of.original.contains(phrase)
}

/// In how many examples each word stands.
#[derive(Debug)]
struct Frequencies(HashMap<String, (usize, usize)>);

impl Frequencies {
    fn of(texts: &[Text]) -> Self {
        // The texts of an example follow each other.
        let mut found: HashMap<String, (usize, usize)> = HashMap::new();
        for text in texts {
            let example = text.example;
            let text: String = text.characters.iter().collect();
            for word in words(&text) {
                match found.get_mut(word) {
                    Some((count, last)) => {
                        *count += usize::from(*last != example);
                        *last = example;
                    }
                    None => _ = found.insert(word.to_owned(), (1, example)),
                }
            }
        }
        Self(found)
    }

    fn of_word(&self, word: &str) -> usize {
        self.0.get(word).map_or(0, |(count, _)| *count)
    }
}

/// A text to look for.
pub(super) struct Unit<'l> {
    pub(super) literal: &'l Literal,
    pub(super) characters: Vec<char>,
}

/// A literal as it is, backwards, and decoded, where that may share something with an example.
fn add_units<'l>(literal: &'l Literal, windows: &Bits, units: &mut Vec<Unit<'l>>) {
    let plain: Cow<'_, str> =
        if literal.sort == Sort::Pattern { unescaped(&literal.text).into() } else { literal.text.as_str().into() };
    if plain.len() < SHORTEST || plain.chars().count() < SHORTEST {
        return;
    }
    let mut add = |characters: Vec<char>| {
        if windows.may_share(&characters) {
            units.push(Unit { literal, characters });
        }
    };
    // Its elements are looked at in every way by themselves.
    if literal.sort == Sort::Neighbours {
        return add(normal_characters(plain.chars(), plain.len()));
    }
    for bytes in [STANDARD.decode(plain.trim()).ok(), from_hex(plain.trim())].into_iter().flatten() {
        if let Ok(text) = String::from_utf8(bytes) {
            add(normal_characters(text.chars(), text.len()));
        }
    }
    add(normal_characters(plain.chars(), plain.len()));
    add(normal_characters(plain.chars().rev(), plain.len()));
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
#[derive(Debug)]
pub(super) struct Text {
    pub(super) example: usize,
    pub(super) is_output: bool,
    /// As the example writes it.
    original: String,
    pub(super) characters: Vec<char>,
    /// The hash of each window of it.
    pub(super) windows: Vec<u64>,
}

fn texts(spec: &Spec) -> Vec<Text> {
    let mut found = vec![];
    for (example, of) in spec.examples.iter().enumerate() {
        let mut add = |is_output: bool, value: &Value| {
            leaves(value, &mut |text| {
                let original = text.to_owned();
                let text = normal(text);
                if text.len() >= SHORTEST {
                    let characters: Vec<char> = text.chars().collect();
                    let windows = overlaps::hashes(&characters);
                    found.push(Text { example, is_output, original, characters, windows });
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

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Lower case, with one blank for any white space, for which some write `_`.
fn normal(text: &str) -> String {
    normal_characters(text.chars(), text.len()).into_iter().collect()
}

/// The same of characters, of which there are so many at most.
fn normal_characters(characters: impl Iterator<Item = char>, most: usize) -> Vec<char> {
    let mut normal = Vec::with_capacity(most);
    for character in characters {
        if character.is_ascii_alphanumeric() {
            normal.push(character.to_ascii_lowercase());
        } else if !character.is_whitespace() && character != '_' {
            normal.extend(character.to_lowercase());
        } else if normal.last() != Some(&' ') {
            normal.push(' ');
        }
    }
    normal
}
