//! Which of the kit a prompt tells: the functions that the spec's types and words call for, and the value types that it has.
//!
//! The kit's pages say for each function, in a comment that a reader does not see, which words call for it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::OnceLock;

use compiled_ai_core::spec::{Field, Shape, Spec, Type};
use compiled_ai_runtime::docs;

/// From how many bytes of rules on they are taken to say how things are to be read. A function that reads by its own rules,
/// such as the labelled value of a line, would then only be another opinion.
const DETAILED: usize = 1600;
/// How many functions are told at most.
const MOST: usize = 16;

/// What a prompt tells of the kit.
#[derive(Debug, Clone)]
pub(super) struct Kit {
    values: Vec<&'static str>,
    /// Types and functions with the name that code mentions them by, in the pages' order.
    entries: Vec<(&'static str, String)>,
}

impl Kit {
    /// Chooses for `spec`; the same for the same spec, always.
    pub(super) fn choose(spec: &Spec) -> Self {
        let facts = Facts::of(spec);
        let has_room = spec.rules.iter().map(String::len).sum::<usize>() < DETAILED;
        let is_wanted = |module: &str| spec.modules.is_empty() || spec.modules.contains(module);
        let mut scored: Vec<(usize, usize)> = Vec::new();
        for (place, entry) in entries().iter().enumerate() {
            let Some(calls) = &entry.calls else { continue };
            let score = calls.iter().filter(|call| facts.have(call)).count();
            if score > 0 && is_wanted(entry.module) && (has_room || !entry.is_reader) {
                scored.push((score, place));
            }
        }
        scored.sort_by_key(|&(score, place)| (std::cmp::Reverse(score), place));
        scored.truncate(MOST);
        let told: BTreeSet<usize> = scored.into_iter().map(|(_, place)| place).collect();
        let signatures: String = told.iter().map(|&place| entries()[place].code).collect::<Vec<_>>().join("\n");
        let is_told = |(place, entry): &(usize, &Entry)| {
            told.contains(place) || (entry.calls.is_none() && mentions(&signatures, entry.name))
        };
        let entries =
            entries().iter().enumerate().filter(is_told).map(|(_, entry)| (entry.name, entry.text())).collect();
        let values = docs::VALUES.split("\n\n").filter(|page| facts.types.contains(name_of(page))).map(str::trim);
        Self { values: values.collect(), entries }
    }

    /// The text; only what `code` mentions if there is some.
    pub(super) fn write(&self, text: &mut String, code: Option<&str>) {
        let is_told = |name: &str| code.is_none_or(|code| mentions(code, name));
        let mut lines: Vec<&str> =
            self.values.iter().copied().filter(|page| code.is_none() || is_told(name_of(page))).collect();
        lines.extend(self.entries.iter().filter(|(name, _)| is_told(name)).map(|(_, entry)| entry.as_str()));
        if !lines.is_empty() {
            let _ = writeln!(text, "\n# Kit\n\n{}", lines.join("\n"));
        }
    }
}

/// An entry of a page.
struct Entry {
    module: &'static str,
    name: &'static str,
    code: &'static str,
    gloss: &'static str,
    /// What calls for it; `None` for a type, which the functions that name it call for.
    calls: Option<Vec<&'static str>>,
    /// Reads by rules of its own.
    is_reader: bool,
}

impl Entry {
    fn parse(module: &'static str, line: &'static str) -> Option<Self> {
        let (code, rest) = line.strip_prefix("- `")?.split_once('`')?;
        let (long, note) = rest.split_once("<!--").unwrap_or((rest, ""));
        let note = note.trim().trim_end_matches("-->").trim();
        let (calls, short) = note.split_once('|').unwrap_or((note, ""));
        let long = long.trim().trim_start_matches('—').trim();
        let is_type = code.starts_with("struct ") || code.starts_with("enum ");
        let code = code.strip_prefix("fn ").unwrap_or(code);
        let bare = code.strip_prefix("struct ").or(code.strip_prefix("enum ")).unwrap_or(code);
        let name = bare.split(['(', '<', ' ']).next().unwrap_or(bare);
        Some(Self {
            module,
            name: name.rsplit("::").next().unwrap_or(name),
            code,
            gloss: if short.trim().is_empty() { long } else { short.trim() },
            calls: (!is_type).then(|| calls.trim_start_matches('~').split_whitespace().collect()),
            is_reader: calls.starts_with('~'),
        })
    }

    fn text(&self) -> String {
        let path = if self.calls.is_some() { format!("{}::", self.module) } else { String::new() };
        let gloss = if self.gloss.is_empty() { String::new() } else { format!(": {}", self.gloss) };
        format!("`{path}{}`{gloss}", self.code)
    }
}

fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let pages = docs::ALL.iter().filter(|(module, _)| *module != "values");
        pages.flat_map(|(module, page)| page.lines().filter_map(|line| Entry::parse(module, line))).collect()
    })
}

/// What calls for functions: words, and properties of the types.
struct Facts {
    words: BTreeSet<String>,
    tags: BTreeSet<&'static str>,
    /// Value types, by their names in Rust.
    types: BTreeSet<&'static str>,
}

impl Facts {
    fn of(spec: &Spec) -> Self {
        let (mut read, mut written) = (BTreeSet::new(), BTreeSet::new());
        let mut seen = BTreeSet::new();
        spec.input.iter().for_each(|field| leaves(&field.ty, spec, &mut read, &mut seen));
        leaves(&spec.output, spec, &mut written, &mut BTreeSet::new());
        let mut tags = BTreeSet::new();
        for (name, any, out, from_text) in [
            ("Decimal", ":decimal", ":decimal-out", ":decimal-from-text"),
            ("Date", ":date", ":date-out", ":date-from-text"),
            ("Time", ":time", ":time-out", ":time-from-text"),
            ("DateTime", ":datetime", ":datetime-out", ":datetime-from-text"),
        ] {
            let (is_read, is_written) = (read.contains(name), written.contains(name));
            tags.extend((is_read || is_written).then_some(any));
            tags.extend(is_written.then_some(out));
            tags.extend((is_written && !is_read && read.contains("String")).then_some(from_text));
        }
        let types: BTreeSet<&'static str> = read.union(&written).copied().collect();
        for (tag, name) in [(":decimal-and-int", "i64"), (":float-and-decimal", "f64")] {
            tags.extend((types.contains("Decimal") && types.contains(name)).then_some(tag));
        }
        Self { words: words(spec), tags, types }
    }

    fn have(&self, call: &str) -> bool {
        match call.strip_suffix('*') {
            _ if call.starts_with(':') => self.tags.contains(call),
            Some(stem) => self.words.range(stem.to_owned()..).next().is_some_and(|word| word.starts_with(stem)),
            None => self.words.contains(call),
        }
    }
}

/// The words of everything that a person wrote about the function but its examples.
fn words(spec: &Spec) -> BTreeSet<String> {
    let mut texts: Vec<&str> = vec![&spec.about];
    texts.extend(spec.rules.iter().map(String::as_str));
    let mut fields: Vec<&Field> = spec.input.iter().collect();
    for definition in spec.types.values() {
        texts.extend(definition.doc.as_deref());
        match &definition.shape {
            Shape::Record(members) => fields.extend(members),
            Shape::Enum(variants) => texts.extend(variants.iter().filter_map(|variant| variant.doc.as_deref())),
        }
    }
    for field in fields {
        texts.push(&field.name);
        texts.extend([&field.doc, &field.unit].into_iter().filter_map(Option::as_deref));
    }
    let split = texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    split.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The plain types that `ty` is made of. Each named type is gone into once.
fn leaves<'s>(ty: &'s Type, spec: &'s Spec, found: &mut BTreeSet<&'static str>, seen: &mut BTreeSet<&'s str>) {
    found.extend(match ty {
        Type::String => Some("String"),
        Type::Int => Some("i64"),
        Type::Decimal => Some("Decimal"),
        Type::Float => Some("f64"),
        Type::Date => Some("Date"),
        Type::Time => Some("Time"),
        Type::DateTime => Some("DateTime"),
        Type::Bytes => Some("Bytes"),
        Type::Bool | Type::Optional(_) | Type::List(_) | Type::Map(_) | Type::Named(_) => None,
    });
    match ty {
        Type::Optional(inner) | Type::List(inner) | Type::Map(inner) => leaves(inner, spec, found, seen),
        Type::Named(name) if seen.insert(name) => {
            if let Some(Shape::Record(fields)) = spec.types.get(name).map(|definition| &definition.shape) {
                fields.iter().for_each(|field| leaves(&field.ty, spec, found, seen));
            }
        }
        _ => {}
    }
}

fn name_of(page: &str) -> &str {
    page.trim().split([' ', ':']).next().unwrap_or_default()
}

/// Whether `name` stands in `text` as a whole word.
fn mentions(text: &str, name: &str) -> bool {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name)
}
