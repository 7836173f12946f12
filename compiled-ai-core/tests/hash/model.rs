//! Random specs as they mean: what is left when the way of writing is taken away.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

pub(crate) type Prose = Vec<String>;

#[derive(Debug, Clone)]
pub(crate) struct Model {
    pub(crate) name: String,
    pub(crate) about: Prose,
    /// Called as in [`TYPES`].
    pub(crate) types: Vec<Def>,
    /// The first is `id: int`, in which no two examples agree.
    pub(crate) input: Vec<Field>,
    pub(crate) output: Output,
    pub(crate) rules: Vec<Prose>,
    /// Conditions, word by word, that hold of every example.
    pub(crate) ensures: Vec<Prose>,
    pub(crate) modules: Vec<&'static str>,
    /// The first is shown.
    pub(crate) examples: Vec<Example>,
    pub(crate) held_out: usize,
    pub(crate) at_least: usize,
    pub(crate) of_fields: bool,
    pub(crate) on_abstain: OnAbstain,
}

#[derive(Debug, Clone)]
pub(crate) enum Output {
    Fields(Vec<Field>),
    Type(Ty),
}

#[derive(Debug, Clone)]
pub(crate) enum OnAbstain {
    Error,
    Call,
    Default(Val),
}

#[derive(Debug, Clone)]
pub(crate) struct Def {
    pub(crate) doc: Option<Prose>,
    pub(crate) shape: Shape,
}

#[derive(Debug, Clone)]
pub(crate) enum Shape {
    Record(Vec<Field>),
    Enum(Vec<(String, Option<Prose>)>),
}

#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) ty: Ty,
    pub(crate) doc: Option<Prose>,
    pub(crate) unit: Option<Prose>,
    pub(crate) min: Option<i32>,
    pub(crate) max: Option<i32>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Ty {
    Scalar(&'static str),
    Optional(Box<Ty>),
    List(Box<Ty>),
    Map(Box<Ty>),
    /// One of [`TYPES`].
    Named(usize),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Val {
    Null,
    Bool(bool),
    Int(i64),
    /// Digits, and how many of them stand behind the point.
    Decimal(i64, usize),
    Float(f64),
    Text(String),
    Date(u32, u32, u32),
    Time(u32, u32, u32),
    DateTime(u32, u32),
    Bytes(Vec<u8>),
    Variant(String),
    List(Vec<Val>),
    Map(Vec<(String, Val)>),
    Record(Vec<(String, Val)>),
}

#[derive(Debug, Clone)]
pub(crate) struct Example {
    pub(crate) input: Vec<(String, Val)>,
    pub(crate) expected: Expected,
    pub(crate) held_out: Option<bool>,
}

#[derive(Debug, Clone)]
pub(crate) enum Expected {
    Output(Val),
    Abstain(Option<String>),
}

pub(crate) const TYPES: [&str; 3] = ["Alpha", "Beta", "Gamma"];
const FIELDS: [&str; 8] = ["amount", "vendor", "paid_on", "line2", "type_", "doc", "a", "tags"];
const VARIANTS: [&str; 5] = ["paid", "not_given", "v2", "in_", "no"];
const SCALARS: [&str; 9] = ["string", "int", "decimal", "float", "bool", "date", "time", "datetime", "bytes"];
const MODULES: [&str; 3] = ["text", "dates", "money"];

impl Ty {
    pub(crate) fn optional(self) -> Self {
        match self {
            Ty::Optional(_) => self,
            other => Ty::Optional(Box::new(other)),
        }
    }

    /// Whether `min` and `max` limit it, and then whether by its length.
    pub(crate) fn limited(&self) -> Option<bool> {
        match self {
            Ty::Scalar("int" | "decimal" | "float") => Some(false),
            Ty::Scalar("string" | "bytes") | Ty::List(_) | Ty::Map(_) => Some(true),
            Ty::Optional(inner) => inner.limited(),
            _ => None,
        }
    }
}

pub(crate) fn model() -> impl Strategy<Value = Model> {
    (0..=TYPES.len()).prop_flat_map(defs).prop_flat_map(|types| {
        let id = Field { name: "id".into(), ty: Ty::Scalar("int"), doc: None, unit: None, min: None, max: None };
        let named = types.len();
        let input = fields(named, 0..4).prop_map(move |mut fields| {
            fields.insert(0, id.clone());
            fields
        });
        let output = prop_oneof![
            2 => fields(named, 1..5).prop_map(Output::Fields),
            1 => ty(named).prop_map(Output::Type),
        ];
        (Just(types), input, output).prop_flat_map(|(types, input, output)| {
            let examples = examples(&types, &input, &output);
            let accuracy = (prop_oneof![Just(0), 1..=90_usize], 1..=100_usize);
            let texts = (prose(), prop::collection::vec(prose(), 0..3), prop::collection::vec(condition(), 0..3));
            let modules = subsequence(MODULES.to_vec(), 0..=MODULES.len());
            // No keyword ends in `z`.
            ("[a-z]{1,6}z", texts, modules, examples, accuracy).prop_map(
                move |(name, (about, rules, ensures), modules, examples, (held_out, at_least))| Model {
                    name,
                    about,
                    types: types.clone(),
                    input: input.clone(),
                    output: output.clone(),
                    rules,
                    ensures,
                    modules,
                    examples,
                    held_out,
                    at_least,
                    of_fields: false,
                    on_abstain: OnAbstain::Error,
                },
            )
        })
    })
}

/// So many types, each made of those before it.
fn defs(count: usize) -> BoxedStrategy<Vec<Def>> {
    if count == 0 {
        return Just(vec![]).boxed();
    }
    let push = |defs: Vec<Def>| {
        let variants = (subsequence(VARIANTS.to_vec(), 1..=VARIANTS.len()), prop::collection::vec(option(prose()), 5))
            .prop_map(|(names, docs)| names.into_iter().map(str::to_owned).zip(docs).collect());
        let shape = prop_oneof![fields(defs.len(), 1..4).prop_map(Shape::Record), variants.prop_map(Shape::Enum)];
        (option(prose()), shape).prop_map(move |(doc, shape)| {
            let mut defs = defs.clone();
            defs.push(Def { doc, shape });
            defs
        })
    };
    defs(count - 1).prop_flat_map(push).boxed()
}

fn fields(named: usize, count: std::ops::Range<usize>) -> BoxedStrategy<Vec<Field>> {
    let names = subsequence(FIELDS.to_vec(), count).prop_shuffle();
    names.prop_flat_map(move |names| names.into_iter().map(|name| field(name, named)).collect::<Vec<_>>()).boxed()
}

fn field(name: &'static str, named: usize) -> BoxedStrategy<Field> {
    let limits = (option(-99..-60), option(60..99));
    (ty(named), option(prose()), option(prose()), limits)
        .prop_map(move |(ty, doc, unit, (min, max))| {
            // Wide enough for every value that is drawn.
            let (min, max) = match ty.limited() {
                None => (None, None),
                Some(false) => (min, max),
                Some(true) => (min.map(|_| 0), max),
            };
            Field { name: name.to_owned(), ty, doc, unit, min, max }
        })
        .boxed()
}

fn ty(named: usize) -> BoxedStrategy<Ty> {
    let scalar = select(SCALARS.to_vec()).prop_map(Ty::Scalar);
    let leaf = match named {
        0 => scalar.boxed(),
        _ => prop_oneof![2 => scalar, 1 => (0..named).prop_map(Ty::Named)].boxed(),
    };
    let wrap = |inner: BoxedStrategy<Ty>| {
        prop_oneof![
            inner.clone().prop_map(Ty::optional),
            inner.clone().prop_map(|inner| Ty::List(Box::new(inner))),
            inner.prop_map(|inner| Ty::Map(Box::new(inner))),
        ]
    };
    leaf.prop_recursive(3, 6, 1, wrap).boxed()
}

fn examples(types: &[Def], input: &[Field], output: &Output) -> BoxedStrategy<Vec<Example>> {
    let rest = record(&input[1..], types);
    let (given, fields) = match output {
        Output::Fields(fields) => (record(fields, types).prop_map(Val::Record).boxed(), fields.as_slice()),
        Output::Type(ty) => (value(ty, types), &[][..]),
    };
    let names: Vec<String> = fields.iter().chain(input).map(|field| field.name.clone()).collect();
    let expected = prop_oneof![
        3 => given.prop_map(Expected::Output),
        1 => option(select(names)).prop_map(Expected::Abstain),
    ];
    let held_out = prop_oneof![2 => Just(None), 1 => any::<bool>().prop_map(Some)];
    prop::collection::vec((rest, expected, held_out), 1..5)
        .prop_map(|examples| {
            let example = |(index, (mut input, expected, held_out)): (usize, (Vec<_>, _, _))| {
                input.push(("id".to_owned(), Val::Int(i64::try_from(index).expect("few"))));
                Example { input, expected, held_out: if index == 0 { Some(false) } else { held_out } }
            };
            examples.into_iter().enumerate().map(example).collect()
        })
        .boxed()
}

fn record(fields: &[Field], types: &[Def]) -> BoxedStrategy<Vec<(String, Val)>> {
    let values: Vec<_> =
        fields.iter().map(|field| (Just(field.name.clone()), value(&field.ty, types)).boxed()).collect();
    values.boxed()
}

fn value(ty: &Ty, types: &[Def]) -> BoxedStrategy<Val> {
    match ty {
        Ty::Optional(inner) => prop_oneof![1 => Just(Val::Null), 2 => value(inner, types)].boxed(),
        Ty::List(item) => prop::collection::vec(value(item, types), 0..3).prop_map(Val::List).boxed(),
        Ty::Map(item) => prop::collection::btree_map("[a-z]{1,4}|[0-9:# ]{1,3}", value(item, types), 0..3)
            .prop_map(|entries| Val::Map(entries.into_iter().collect()))
            .boxed(),
        Ty::Named(index) => match &types[*index].shape {
            Shape::Record(fields) => record(fields, types).prop_map(Val::Record).boxed(),
            Shape::Enum(variants) => select(variants.clone()).prop_map(|(name, _)| Val::Variant(name)).boxed(),
        },
        Ty::Scalar("string") => {
            let signs: Vec<char> = "aB7 \n\"'#:-é😀\t\\{%@~,>|".chars().collect();
            prop::collection::vec(select(signs), 0..9).prop_map(|text| Val::Text(text.into_iter().collect())).boxed()
        }
        Ty::Scalar("int") => (-50..50_i64).prop_map(Val::Int).boxed(),
        Ty::Scalar("decimal") => {
            (-5000..5000_i64, 2..4_usize).prop_map(|(digits, scale)| Val::Decimal(digits, scale)).boxed()
        }
        Ty::Scalar("float") => (-50.0..50.0).prop_map(Val::Float).boxed(),
        Ty::Scalar("bool") => any::<bool>().prop_map(Val::Bool).boxed(),
        Ty::Scalar("date") => (1990..2040_u32, 1..13_u32, 1..29_u32).prop_map(|(y, m, d)| Val::Date(y, m, d)).boxed(),
        Ty::Scalar("time") => {
            (0..24_u32, 0..60_u32, select(vec![0, 7, 59])).prop_map(|(h, m, s)| Val::Time(h, m, s)).boxed()
        }
        Ty::Scalar("datetime") => (1..29_u32, 0..24_u32).prop_map(|(d, h)| Val::DateTime(d, h)).boxed(),
        Ty::Scalar(_) => prop::collection::vec(any::<u8>(), 0..6).prop_map(Val::Bytes).boxed(),
    }
}

fn prose() -> impl Strategy<Value = Prose> + Clone {
    prop::collection::vec("[b-z][a-z]{1,5}", 1..5)
}

/// A condition that holds, since `id` counts from 0.
fn condition() -> impl Strategy<Value = Prose> {
    let words = |text: &'static str| {
        move |number: u32| -> Prose { text.split(' ').map(|word| word.replace('N', &number.to_string())).collect() }
    };
    prop_oneof![
        (0..9_u32).prop_map(words("input.id + N >= 0")),
        (0..9_u32).prop_map(words("if input.id > N then not input.id <= N")),
        (0..9_u32).prop_map(words("input.id in [ input.id , N ] or input.id * 2 == N")),
    ]
}

fn option<S: Strategy>(some: S) -> impl Strategy<Value = Option<S::Value>> {
    prop::option::weighted(0.4, some)
}
