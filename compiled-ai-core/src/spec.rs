//! The checked form of a spec: what `load` returns when a file has no errors.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::diagnostic::Location;
use crate::ensures::Expr;
use crate::value::Value;

/// The name of the record that a spec's `input:` becomes.
pub const INPUT: &str = "Input";
/// The name of the record that a spec's `output:` becomes when it is written as fields.
pub const OUTPUT: &str = "Output";

/// A spec without errors.
#[derive(Debug, Clone)]
pub struct Spec {
    /// The function's name, an identifier in snake case.
    pub name: String,
    /// What the function does, in prose.
    pub about: String,
    /// What sort of thing is compiled.
    pub kind: Kind,
    /// Named types, including those made from inline records and enums, and [`OUTPUT`] if `output:` is written as fields.
    pub types: BTreeMap<String, TypeDef>,
    /// The input's fields, in the order written.
    pub input: Vec<Field>,
    /// The output's type; `Type::Named("Output")` when `output:` is written as fields.
    pub output: Type,
    /// Rules in prose.
    pub rules: Vec<String>,
    /// Conditions that hold for every output.
    pub ensures: Vec<Ensure>,
    /// All examples, in the order of the file and, within a glob, of the paths.
    pub examples: Vec<Example>,
    /// What accuracy is asked for.
    pub accuracy: Accuracy,
    /// What happens when the function abstains.
    pub on_abstain: OnAbstain,
    /// Kit modules that the function may use; empty means all.
    pub modules: BTreeSet<String>,
    /// Compliance blocks by name.
    pub compliance: BTreeSet<String>,
    /// What the artifact is.
    pub target: Target,
    /// Where each top-level key of the file stands.
    pub keys: BTreeMap<String, Location>,
}

/// What sort of thing a spec describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A plain function.
    #[default]
    Function,
    /// A check that returns findings.
    Validator,
    /// A function over a stream of items.
    Stream,
    /// A function over a batch of records.
    Batch,
    /// Several steps with effects between them.
    Workflow,
}

/// What the artifact of a spec is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Target {
    /// Rust source, linked into the user's crate.
    #[default]
    Rust,
    /// A WebAssembly component.
    Wasm,
}

/// A field of a record. Fields are equal if they mean the same, wherever they stand.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name, an identifier in snake case.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// What it means.
    pub doc: Option<String>,
    /// The unit of a number, such as `MYR` or `kg`.
    pub unit: Option<String>,
    /// The smallest value allowed (of a number), or the smallest length (of a string, list or map).
    pub min: Option<Decimal>,
    /// The largest value or length allowed.
    pub max: Option<Decimal>,
    /// Where its name stands.
    pub at: Location,
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        let Self { name, ty, doc, unit, min, max, at: _ } = self;
        (name, ty, doc, unit, min, max) == (&other.name, &other.ty, &other.doc, &other.unit, &other.min, &other.max)
    }
}

/// A type of the spec language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// `string`
    String,
    /// `int`: 64 bits, signed
    Int,
    /// `decimal`: 96-bit mantissa, scale 0 to 28
    Decimal,
    /// `float`: 64 bits, finite
    Float,
    /// `bool`
    Bool,
    /// `date`
    Date,
    /// `time`
    Time,
    /// `datetime`, without a zone
    DateTime,
    /// `bytes`, base64 in YAML and JSON
    Bytes,
    /// `T?`; never nested
    Optional(Box<Type>),
    /// `[T]`
    List(Box<Type>),
    /// `{map: T}` with string keys
    Map(Box<Type>),
    /// A record or enum of [`Spec::types`]
    Named(String),
}

/// A named type.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeDef {
    /// What it means.
    pub doc: Option<String>,
    /// Record or enum.
    pub shape: Shape,
}

/// The two shapes of named types.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Named fields, in the order written.
    Record(Vec<Field>),
    /// One of several names, in the order written.
    Enum(Vec<Variant>),
}

/// A variant of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Its name as in YAML and JSON, an identifier in snake case; CamelCase in Rust.
    pub name: String,
    /// What it means.
    pub doc: Option<String>,
}

/// A condition that holds for every output.
#[derive(Debug, Clone, PartialEq)]
pub struct Ensure {
    /// As written.
    pub text: String,
    /// Parsed and checked against the types.
    pub expr: Expr,
    /// Where it stands.
    pub at: Location,
}

/// An example: an input and what must come out.
#[derive(Debug, Clone)]
pub struct Example {
    /// How messages name it: the file relative to the spec's folder, with the line where a file holds several.
    pub id: String,
    /// Values of [`Spec::input`], every field present.
    pub input: BTreeMap<String, Value>,
    /// What must come out.
    pub expected: Expected,
    /// Whether the spec itself puts it into the held-out part (`held_out: true`) or the shown part; `None` leaves it to the split.
    pub held_out: Option<bool>,
    /// Where it stands.
    pub at: Location,
}

/// What an example expects.
#[derive(Debug, Clone, PartialEq)]
pub enum Expected {
    /// This output.
    Output(Value),
    /// An abstention, on this field if one is named.
    Abstain {
        /// The field of the output or of the input that the abstention must name.
        field: Option<String>,
    },
}

/// What accuracy is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Accuracy {
    /// The share that must be right, 0 to 1, on the shown and on the held-out part each. Default 1.
    pub at_least: Decimal,
    /// The share of the examples that is held out, 0 to 0.9. Default 0.
    pub held_out: Decimal,
    /// What is counted. Default [`Count::Examples`].
    pub of: Count,
    /// What becomes of an artifact that nothing reaches in some place. Default [`Unreached::Allow`].
    pub unreached: Unreached,
}

/// What becomes of an artifact with places that no example and no generated input reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unreached {
    /// They are listed in the lock.
    #[default]
    Allow,
    /// A person must have acknowledged each before it may be linked.
    Acknowledge,
}

impl Default for Accuracy {
    fn default() -> Self {
        Self { at_least: Decimal::ONE, held_out: Decimal::ZERO, of: Count::default(), unreached: Unreached::default() }
    }
}

/// What accuracy counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Count {
    /// Examples whose whole output is right.
    #[default]
    Examples,
    /// Fields of the output record, over all examples.
    Fields,
}

/// What happens when the function abstains.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum OnAbstain {
    /// The caller gets `Err(Abstain)`.
    #[default]
    Error,
    /// The caller gets this output.
    Default(Value),
    /// The caller's own function is called.
    Call,
}

impl std::fmt::Display for Type {
    /// As written in a spec: `[Line]`, `{map: decimal}`, `string?`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Type::String => "string",
            Type::Int => "int",
            Type::Decimal => "decimal",
            Type::Float => "float",
            Type::Bool => "bool",
            Type::Date => "date",
            Type::Time => "time",
            Type::DateTime => "datetime",
            Type::Bytes => "bytes",
            Type::Named(name) => name,
            Type::Optional(inner) => return write!(f, "{inner}?"),
            Type::List(inner) => return write!(f, "[{inner}]"),
            Type::Map(inner) => return write!(f, "{{map: {inner}}}"),
        })
    }
}

impl Kind {
    /// Its name in a spec.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Function => "function",
            Kind::Validator => "validator",
            Kind::Stream => "stream",
            Kind::Batch => "batch",
            Kind::Workflow => "workflow",
        }
    }
}

impl Target {
    /// Its name in a spec.
    pub fn name(self) -> &'static str {
        match self {
            Target::Rust => "rust",
            Target::Wasm => "wasm",
        }
    }
}
