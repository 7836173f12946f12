//! The canonical hash of a spec: its identity, and what decides whether a lock still fits.
//!
//! The hash covers what the function must do: name, prose, types, rules, conditions, kit modules, compliance blocks, target
//! and every example with its part (shown or held out). It ignores formatting, comments, the order of keys and of examples,
//! where an example is stored, and the white space of prose. It also leaves out what does not change the function:
//! `accuracy.at_least` and `accuracy.of` (compared with the locked figures on every build) and `on_abstain` (code around
//! the function, emitted anew on every build). So none of these asks for a paid generation.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::spec::{Example, Expected, Field, OUTPUT, Shape, Spec, Type, TypeDef};
use crate::value::Value;

/// A SHA-256 hash, shown as `sha256:` and 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(String);

impl Hash {
    /// The hash of some bytes.
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        let mut text = String::with_capacity(71);
        text.push_str("sha256:");
        for byte in Sha256::digest(bytes.as_ref()) {
            let _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }

    /// `sha256:` and 64 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first 12 hexadecimal digits: enough to tell artifacts apart in names and messages.
    pub fn short(&self) -> &str {
        &self.0[7..19]
    }
}

impl std::fmt::Display for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The hash of a spec's meaning: that of its [`parts`].
pub fn spec(spec: &Spec) -> Hash {
    let mut canon = Canon::default();
    canon.text("compiled-ai spec 1");
    for (name, hash) in parts(spec) {
        canon.text(name);
        canon.text(hash.as_str());
    }
    Hash::of(canon.0)
}

/// The hash of each part of a spec's meaning, by the key it stands under: what tells which part has changed.
pub fn parts(spec: &Spec) -> BTreeMap<&'static str, Hash> {
    let part = |write: &dyn Fn(&mut Canon)| {
        let mut canon = Canon::default();
        write(&mut canon);
        Hash::of(canon.0)
    };
    let names = |names: &BTreeSet<String>| part(&|canon| names.iter().for_each(|name| canon.text(name)));
    BTreeMap::from([
        ("name", part(&|canon| canon.text(&spec.name))),
        ("about", part(&|canon| canon.prose(&spec.about))),
        ("kind", part(&|canon| canon.text(spec.kind.name()))),
        ("target", part(&|canon| canon.text(spec.target.name()))),
        (
            "types",
            part(&|canon| {
                for (name, definition) in spec.types.iter().filter(|(name, _)| *name != OUTPUT) {
                    canon.text(name);
                    canon.definition(definition);
                }
            }),
        ),
        ("input", part(&|canon| canon.fields(&spec.input))),
        (
            "output",
            part(&|canon| {
                canon.ty(&spec.output);
                spec.types.get(OUTPUT).into_iter().for_each(|definition| canon.definition(definition));
            }),
        ),
        ("rules", part(&|canon| spec.rules.iter().for_each(|rule| canon.prose(rule)))),
        ("ensures", part(&|canon| spec.ensures.iter().for_each(|ensure| canon.text(&ensure.expr.canonical())))),
        ("modules", names(&spec.modules)),
        ("compliance", names(&spec.compliance)),
        ("accuracy.held_out", part(&|canon| canon.text(&spec.accuracy.held_out.normalize().to_string()))),
        (
            "examples",
            part(&|canon| {
                let mut examples: Vec<Vec<u8>> = spec.examples.iter().map(example).collect();
                examples.sort();
                examples.iter().for_each(|example| canon.bytes(example));
            }),
        ),
    ])
}

/// The hash of an example's input: what orders examples when they are split.
pub fn input(input: &BTreeMap<String, Value>) -> Hash {
    let mut canon = Canon::default();
    canon.map(input);
    Hash::of(canon.0)
}

fn example(example: &Example) -> Vec<u8> {
    let mut canon = Canon::default();
    canon.map(&example.input);
    match &example.expected {
        Expected::Output(value) => {
            canon.text("output");
            canon.value(value);
        }
        Expected::Abstain { field } => {
            canon.text("abstain");
            canon.optional(field.as_deref());
        }
    }
    canon.text(match example.held_out {
        None => "auto",
        Some(true) => "held-out",
        Some(false) => "shown",
    });
    canon.0
}

/// Length-prefixed, so that no two different sequences of parts give the same bytes.
#[derive(Default)]
struct Canon(Vec<u8>);

impl Canon {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
        self.0.extend_from_slice(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Ends a sequence; no length prefix is this large.
    fn end(&mut self) {
        self.0.extend_from_slice(&[0xff; 8]);
    }

    fn prose(&mut self, text: &str) {
        self.text(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    }

    fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => {
                self.0.push(1);
                self.prose(text);
            }
            None => self.0.push(0),
        }
    }

    fn definition(&mut self, definition: &TypeDef) {
        self.optional(definition.doc.as_deref());
        match &definition.shape {
            Shape::Record(fields) => {
                self.text("record");
                self.fields(fields);
            }
            Shape::Enum(variants) => {
                self.text("enum");
                // In the order written: a rule may speak of it.
                for variant in variants {
                    self.text(&variant.name);
                    self.optional(variant.doc.as_deref());
                }
                self.end();
            }
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        let mut fields: Vec<_> = fields.iter().collect();
        fields.sort_by(|a, b| a.name.cmp(&b.name));
        for field in fields {
            self.text(&field.name);
            self.ty(&field.ty);
            self.optional(field.doc.as_deref());
            self.optional(field.unit.as_deref());
            for bound in [field.min, field.max] {
                self.optional(bound.map(|bound| bound.normalize().to_string()).as_deref());
            }
        }
        self.end();
    }

    fn ty(&mut self, ty: &Type) {
        self.text(&ty.to_string());
    }

    fn map(&mut self, map: &BTreeMap<String, Value>) {
        for (key, value) in map {
            self.text(key);
            self.value(value);
        }
        self.end();
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.text("null"),
            Value::Bool(value) => self.text(if *value { "true" } else { "false" }),
            Value::Int(value) => self.tagged("int", &value.to_string()),
            Value::Decimal(value) => self.tagged("decimal", &value.normalize().to_string()),
            // Bits rather than text: two floats are the same example only if they are the same float.
            Value::Float(value) => self.tagged("float", &value.to_bits().to_string()),
            Value::String(value) => self.tagged("string", value),
            Value::Date(value) => self.tagged("date", &value.to_string()),
            Value::Time(value) => self.tagged("time", &value.to_string()),
            Value::DateTime(value) => self.tagged("datetime", &value.to_string()),
            Value::Bytes(value) => {
                self.text("bytes");
                self.bytes(value);
            }
            Value::Enum(value) => self.tagged("enum", value),
            Value::List(values) => {
                self.text("list");
                values.iter().for_each(|value| self.value(value));
                self.end();
            }
            Value::Map(map) => {
                self.text("map");
                self.map(map);
            }
            Value::Record(fields) => {
                self.text("record");
                self.map(fields);
            }
        }
    }

    fn tagged(&mut self, tag: &str, text: &str) {
        self.text(tag);
        self.text(text);
    }
}
