//! The schema is well formed, current, and knows exactly what loading knows.

use std::path::Path;

use super::json::Json;
use super::{document, json_schema, parts};
use crate::codes::spec as codes;
use crate::diagnostic::{Code, Diagnostic};
use crate::files::Memory;
use crate::load::{MODULES, load};

const COMMITTED: &str = include_str!("../../spec.schema.json");

#[test]
fn the_committed_file_is_current() {
    assert!(
        COMMITTED == json_schema(),
        "spec.schema.json is out of date: run `cargo run -p compiled-ai-core --example schema > compiled-ai-core/spec.schema.json`"
    );
}

#[test]
fn every_part_is_well_formed() {
    let document = document();
    check(&document, &document, "#");
}

/// References lead somewhere, patterns are anchored or mean "not blank", required keys exist, keywords are known.
fn check(schema: &Json, document: &Json, place: &str) {
    let Json::Object(entries) = schema else { panic!("{place} is no schema") };
    for (key, value) in entries {
        let place = format!("{place}/{key}");
        match (key.as_str(), value) {
            ("$ref", Json::String(target)) => {
                assert!(find(document, target.trim_start_matches("#/")).is_some(), "{place}: {target}");
            }
            ("properties" | "definitions", Json::Object(schemas)) => {
                schemas.iter().for_each(|(name, schema)| check(schema, document, &format!("{place}/{name}")));
            }
            ("anyOf" | "oneOf", Json::Array(schemas)) => {
                assert!(schemas.len() > 1, "{place}");
                schemas.iter().for_each(|schema| check(schema, document, &place));
            }
            ("items" | "propertyNames" | "additionalProperties", schema @ Json::Object(_)) => {
                check(schema, document, &place)
            }
            ("additionalProperties", Json::Bool(false)) => {}
            ("required", Json::Array(keys)) => {
                assert!(keys.iter().all(|key| matches!(key, Json::String(_))), "{place}");
                if let Some((_, Json::Object(properties))) = entries.iter().find(|(key, _)| key == "properties") {
                    let known = |key: &Json| properties.iter().any(|(name, _)| *key == Json::from(name.as_str()));
                    assert!(keys.iter().all(known), "{place}");
                }
            }
            ("enum", Json::Array(values)) => assert!(!values.is_empty(), "{place}"),
            ("enumDescriptions", Json::Array(_)) => {}
            ("description", Json::String(text)) => assert!(text.ends_with('.'), "{place}: {text}"),
            ("pattern", Json::String(pattern)) => {
                assert!(pattern == "\\S" || (pattern.starts_with('^') && pattern.ends_with('$')), "{place}: {pattern}");
            }
            ("type", Json::String(kind)) => {
                assert!(["string", "number", "boolean", "array", "object"].contains(&kind.as_str()), "{place}: {kind}");
            }
            ("$schema" | "title", Json::String(_)) | ("const", Json::Number(_) | Json::Bool(_)) => {}
            ("minItems" | "maxItems" | "minProperties" | "maxProperties", Json::Number(_)) => {}
            ("minimum" | "exclusiveMinimum" | "maximum", Json::Number(_)) => {}
            _ => panic!("{place} is not expected"),
        }
    }
}

#[test]
fn keys_are_those_that_loading_accepts() {
    for (place, entry, of) in [
        ("properties", "zzzzzz: 1", "a spec"),
        ("definitions/field/anyOf/1/properties", "output: {a: {type: int, KEYS}}", "field `a`"),
        ("properties/types/additionalProperties/properties", "types: {A: {KEYS}}", "type `A`"),
        ("definitions/type/anyOf/1/properties", "output: {a: {type: {enum: [b], KEYS}}}", "an inline type"),
        ("properties/accuracy/properties", "accuracy: {KEYS}", "`accuracy`"),
        ("properties/on_abstain/anyOf/1/properties", "on_abstain: {KEYS}", "`on_abstain`"),
        ("definitions/example/anyOf/1/properties", "examples: [{files: a, KEYS}]", "an entry of `examples`"),
        ("definitions/example/anyOf/2/properties", "examples: [{input: {}, KEYS}]", "an example"),
        (
            "definitions/example/anyOf/2/properties/abstain/anyOf/1/properties",
            "examples: [{input: {text: a}, abstain: {KEYS}}]",
            "`abstain`",
        ),
    ] {
        let keys = keys(place);
        let problem = only(codes::UNKNOWN_KEY, &entry.replace("KEYS", "zzzzzz: 1"));
        assert_eq!(keys.len(), said(&problem, &format!("{of} may have ")).1, "{place}");
        for key in keys {
            let (known, entry) = match place {
                "properties" => (format!("{key}: 1"), entry),
                _ => (entry.replace("KEYS", &format!("{key}: 1")), entry),
            };
            assert!(problems(codes::UNKNOWN_KEY, &known).is_empty(), "{place}: {key} in {entry}");
        }
    }
}

#[test]
fn words_are_those_that_loading_accepts() {
    for (place, entry, intro) in [
        ("properties/kind", "kind: zzzzzz", "`kind` is one of "),
        ("properties/target", "target: zzzzzz", "`target` is one of "),
        ("properties/accuracy/properties/of", "accuracy: {of: zzzzzz}", "`of` is one of "),
        ("properties/on_abstain/anyOf/0", "on_abstain: zzzzzz", "`on_abstain` is one of "),
    ] {
        let problem = only(codes::UNKNOWN_CHOICE, entry);
        assert_eq!(said(&problem, intro).0, words(place), "{place}");
    }
    assert_eq!(words("properties/modules/items"), MODULES);
    let problem = only(codes::UNKNOWN_TYPE, "output: Zzzzzz");
    let builtins: Vec<_> = parts::BUILTINS.iter().map(|(name, _)| *name).collect();
    assert_eq!(said(&problem, "the built-in types are ").0, builtins);
}

#[test]
fn required_keys_are_those_that_loading_misses() {
    let missing = problems_of(codes::MISSING_KEY, "zzzzzz: 1");
    let missing: Vec<_> = missing.iter().filter_map(|problem| problem.message.split('`').nth(1)).collect();
    assert_eq!(missing, super::REQUIRED);
}

/// The names in the note that starts like this, and how many there are with those that it leaves out.
fn said(problem: &Diagnostic, intro: &str) -> (Vec<String>, usize) {
    let note = problem.notes.iter().find_map(|note| note.strip_prefix(intro));
    let note = note.unwrap_or_else(|| panic!("no note {intro:?} in {problem:?}"));
    let names: Vec<String> = note.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let more = note.rsplit_once(" and ").and_then(|(_, rest)| rest.strip_suffix(" more"));
    let count = names.len() + more.map_or(0, |more| more.parse().unwrap_or(0));
    (names, count)
}

fn only(code: Code, entry: &str) -> Diagnostic {
    let mut found = problems(code, entry);
    assert_eq!(found.len(), 1, "{entry}: {found:?}");
    found.remove(0)
}

/// The problems of this code in a good spec with this entry, which takes the place of the one with the same key.
fn problems(code: Code, entry: &str) -> Vec<Diagnostic> {
    let good = [
        "spec: 1",
        "name: f",
        "about: x",
        "input: {text: string}",
        "output: {total: int}",
        "examples: [{input: {text: a}, output: {total: 1}}]",
    ];
    let key = |line: &str| line.split(':').next().map(str::to_owned);
    let kept = good.into_iter().filter(|line| key(line) != key(entry));
    problems_of(code, &kept.chain([entry]).collect::<Vec<_>>().join("\n"))
}

fn problems_of(code: Code, spec: &str) -> Vec<Diagnostic> {
    let files = Memory::default().with("spec.yaml", spec);
    let loaded = load(&files, Path::new("spec.yaml"), "spec.yaml");
    loaded.diagnostics.into_iter().filter(|problem| problem.code == code).collect()
}

fn keys(place: &str) -> Vec<String> {
    match find(&document(), place) {
        Some(Json::Object(entries)) => entries.into_iter().map(|(key, _)| key).collect(),
        other => panic!("{place}: {other:?}"),
    }
}

fn words(place: &str) -> Vec<String> {
    let Some(Json::Array(words)) = find(&document(), &format!("{place}/enum")) else { panic!("{place}") };
    words
        .into_iter()
        .map(|word| match word {
            Json::String(word) => word,
            other => panic!("{place}: {other:?}"),
        })
        .collect()
}

fn find(json: &Json, place: &str) -> Option<Json> {
    place.split('/').try_fold(json.clone(), |json, step| match json {
        Json::Object(entries) => entries.into_iter().find(|(key, _)| key == step).map(|(_, value)| value),
        Json::Array(items) => items.into_iter().nth(step.parse().ok()?),
        _ => None,
    })
}
