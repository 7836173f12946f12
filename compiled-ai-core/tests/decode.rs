//! Values that come from no file: what a candidate returned is read by the same code as examples.

use std::collections::BTreeMap;

use compiled_ai_core::diagnostic::{Location, Sources};
use compiled_ai_core::load::decode;
use compiled_ai_core::render;
use compiled_ai_core::spec::{Field, Shape, Type, TypeDef};
use compiled_ai_core::value::Value;
use compiled_ai_core::yaml::{Key, Kind, Node};

fn map(entries: Vec<(&str, Kind)>) -> Kind {
    Kind::Map(entries.into_iter().map(|(key, kind)| (Key::synthetic(key), Node::synthetic(kind))).collect())
}

fn types() -> BTreeMap<String, TypeDef> {
    let at = Location::nowhere();
    let field = |name: &str, ty| Field {
        name: name.to_owned(),
        ty,
        doc: None,
        unit: None,
        min: None,
        max: None,
        at: at.clone(),
    };
    let line = vec![
        Field { min: Some(0.into()), ..field("amount", Type::Decimal) },
        field("note", Type::Optional(Box::new(Type::String))),
    ];
    BTreeMap::from([("Line".to_owned(), TypeDef { doc: None, shape: Shape::Record(line) })])
}

#[test]
fn a_value_without_a_file() {
    let line = map(vec![("amount", Kind::Number("1.50".to_owned()))]);
    let value = decode::value(&Node::synthetic(line), &Type::Named("Line".to_owned()), &types()).expect("a line");
    let Value::Record(fields) = value else { panic!("a record") };
    assert_eq!(fields["amount"], Value::Decimal("1.5".parse().expect("a decimal")));
    assert_eq!(fields["note"], Value::Null);
}

#[test]
fn problems_without_a_file_name_the_place_by_its_path() {
    let lines = Kind::Seq(
        [
            map(vec![("amount", Kind::Number("-1".to_owned()))]),
            map(vec![("amount", Kind::Bool(true)), ("nte", Kind::Null)]),
            map(vec![]),
            Kind::Null,
        ]
        .into_iter()
        .map(Node::synthetic)
        .collect(),
    );
    let ty = Type::List(Box::new(Type::Named("Line".to_owned())));
    let problems = decode::value(&Node::synthetic(lines), &ty, &types()).expect_err("problems");
    let shown: Vec<String> = problems.iter().map(|problem| render::one(problem, &Sources::default())).collect();
    insta::assert_snapshot!(shown.join("\n"), @r"
    error[CAI0115]: `[0].amount` is -1, less than its `min` 0
    error[CAI0111]: `[1].amount` must be a decimal, found `true`
    error[CAI0113]: unknown field `[1].nte`
     |
     = help: did you mean `note`?
    error[CAI0112]: `[2].amount` is missing
     |
     = note: its type is `decimal`
    error[CAI0114]: `[3]` must not be absent
     |
     = note: its type is `Line`
     = help: a field that may be absent has the type `Line?`
    ");
}

#[test]
fn problems_of_one_value_are_bounded() {
    let items = (0..100_000).map(|_| Node::synthetic(Kind::Bool(true))).collect();
    let problems = decode::value(&Node::synthetic(Kind::Seq(items)), &Type::List(Box::new(Type::Int)), &types());
    assert_eq!(problems.expect_err("problems").len(), 20);
}
