//! Every change to what a spec means, with the parts of its hash that must tell.
#![allow(clippy::unit_arg)] // An edit is a statement; `Some` says that it was made.

use crate::model::{Def, Expected, Field, Model, OnAbstain, Output, Shape, Ty, Val};

pub(crate) struct Change {
    pub(crate) what: String,
    /// The parts that change, in order; none if the function stays what it is.
    pub(crate) parts: &'static [&'static str],
    pub(crate) model: Model,
}

/// All changes that can be made to this spec.
pub(crate) fn all(model: &Model) -> Vec<Change> {
    let mut changes = Changes { model, found: vec![] };
    changes.texts();
    changes.conditions();
    changes.types();
    changes.fields_of("input", &["input"], |model| Some(&mut model.input));
    changes.fields_of("output", &["output"], |model| match &mut model.output {
        Output::Fields(fields) => Some(fields),
        Output::Type(_) => None,
    });
    for index in 0..model.types.len() {
        changes.fields_of("a record", &["types"], move |model| match &mut model.types[index].shape {
            Shape::Record(fields) => Some(fields),
            Shape::Enum(_) => None,
        });
    }
    changes.examples();
    changes.settings();
    changes.found
}

/// `None` if there is nothing to change.
type EditField = fn(&mut Field) -> Option<()>;

struct Changes<'m> {
    model: &'m Model,
    found: Vec<Change>,
}

impl Changes<'_> {
    /// Adds a change, unless `edit` finds nothing to change.
    fn add(
        &mut self,
        what: impl Into<String>,
        parts: &'static [&'static str],
        edit: impl FnOnce(&mut Model) -> Option<()>,
    ) {
        let mut model = self.model.clone();
        if edit(&mut model).is_some() {
            self.found.push(Change { what: what.into(), parts, model });
        }
    }

    fn texts(&mut self) {
        self.add("name", &["name"], |model| Some(model.name.push('y')));
        self.add("a word of about", &["about"], |model| Some(model.about.push("indeed".into())));
        self.add("the words of about in another order", &["about"], |model| reverse(&mut model.about));
        self.add("a rule more", &["rules"], |model| Some(model.rules.push(vec!["never".into()])));
        self.add("a rule less", &["rules"], |model| model.rules.pop().map(drop));
        self.add("rules in another order", &["rules"], |model| reverse(&mut model.rules));
        self.add("two rules as one", &["rules"], |model| {
            let second = (model.rules.len() > 1).then(|| model.rules.remove(1))?;
            Some(model.rules[0].extend(second))
        });
        self.add("another module", &["modules"], |model| Some(model.modules.push("words")));
        self.add("a module less", &["modules"], |model| model.modules.pop().map(drop));
    }

    fn conditions(&mut self) {
        let condition = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        self.add("a condition more", &["ensures"], |model| Some(model.ensures.push(condition("input.id >= - 7"))));
        self.add("a condition less", &["ensures"], |model| model.ensures.pop().map(drop));
        self.add("conditions in another order", &["ensures"], |model| reverse(&mut model.ensures));
        self.add("a condition joined to another", &["ensures"], |model| {
            Some(model.ensures.first_mut()?.extend(condition("and input.id >= - 7")))
        });
    }

    fn types(&mut self) {
        for index in 0..self.model.types.len() {
            self.add("the doc of a type", &["types"], |model| edit_prose(&mut model.types[index].doc));
            let variants = move |model: &mut Model| match model.types.swap_remove(index) {
                Def { doc, shape: Shape::Enum(variants) } => Some((doc, variants)),
                _ => None,
            };
            let put = move |model: &mut Model, (doc, variants)| {
                model.types.push(Def { doc, shape: Shape::Enum(variants) });
                let last = model.types.len() - 1;
                Some(model.types.swap(index, last))
            };
            self.add("variants in another order", &["types"], |model| {
                let (doc, mut variants) = variants(model)?;
                reverse(&mut variants)?;
                put(model, (doc, variants))
            });
            self.add("a variant more", &["types"], |model| {
                let (doc, mut variants) = variants(model)?;
                variants.push(("zeta".into(), None));
                put(model, (doc, variants))
            });
            self.add("the meaning of a variant", &["types"], |model| {
                let (doc, mut variants) = variants(model)?;
                edit_prose(&mut variants[0].1)?;
                put(model, (doc, variants))
            });
        }
        self.add("the type of the output", &["output"], |model| match &mut model.output {
            Output::Type(ty) => make_optional(ty),
            Output::Fields(_) => None,
        });
        self.add("a field of the input more", &["examples", "input"], |model| {
            let ty = Ty::Scalar("int").optional();
            Some(model.input.push(Field { name: "zeta".into(), ty, doc: None, unit: None, min: None, max: None }))
        });
    }

    fn fields_of(
        &mut self,
        of: &str,
        parts: &'static [&'static str],
        fields: impl Fn(&mut Model) -> Option<&mut Vec<Field>>,
    ) {
        let count = fields(&mut self.model.clone()).map_or(0, |fields| fields.len());
        for index in 0..count {
            let edits: [(&str, EditField); 5] = [
                ("type", |field| make_optional(&mut field.ty)),
                ("doc", |field| edit_prose(&mut field.doc)),
                ("unit", |field| edit_prose(&mut field.unit)),
                ("min", |field| edit_limit(&field.ty, &mut field.min, -1000)),
                ("max", |field| edit_limit(&field.ty, &mut field.max, 1000)),
            ];
            for (what, edit) in edits {
                self.add(format!("{what} of field {index} of {of}"), parts, |model| edit(&mut fields(model)?[index]));
            }
        }
    }

    fn examples(&mut self) {
        const PARTS: &[&str] = &["examples"];
        for index in 0..self.model.examples.len() {
            self.add(format!("the input of example {index}"), PARTS, |model| {
                let (_, id) = model.examples[index].input.iter_mut().find(|(name, _)| name == "id")?;
                Some(*id = Val::Int(1000))
            });
            self.add(format!("the output of example {index}"), PARTS, |model| {
                match &mut model.examples[index].expected {
                    Expected::Output(value) => edit_value(value),
                    Expected::Abstain(_) => None,
                }
            });
            self.add(format!("the order of a list in example {index}"), PARTS, |model| {
                match &mut model.examples[index].expected {
                    Expected::Output(value) => reverse_list(value),
                    Expected::Abstain(_) => None,
                }
            });
            self.add(format!("example {index} abstains otherwise"), PARTS, |model| {
                let expected = &mut model.examples[index].expected;
                Some(
                    *expected = match expected {
                        Expected::Output(_) | Expected::Abstain(Some(_)) => Expected::Abstain(None),
                        Expected::Abstain(None) => Expected::Abstain(Some("id".into())),
                    },
                )
            });
            // The first one stays, so that something is shown.
            if index > 0 {
                self.add(format!("example {index} is gone"), PARTS, |model| Some(drop(model.examples.remove(index))));
                for held_out in [None, Some(true), Some(false)] {
                    self.add(format!("example {index}: held_out {held_out:?}"), PARTS, |model| {
                        let example = &mut model.examples[index];
                        (example.held_out != held_out).then(|| example.held_out = held_out)
                    });
                }
            }
        }
    }

    fn settings(&mut self) {
        let share = if self.model.held_out == 37 { 38 } else { 37 };
        self.add("accuracy.held_out", &["accuracy.held_out"], |model| Some(model.held_out = share));
        self.add("accuracy.at_least", &[], |model| Some(model.at_least = model.at_least % 100 + 1));
        self.add("accuracy.of", &[], |model| match model.output {
            Output::Fields(_) => Some(model.of_fields = true),
            Output::Type(_) => None,
        });
        self.add("on_abstain: call", &[], |model| Some(model.on_abstain = OnAbstain::Call));
        self.add("on_abstain: default", &[], |model| {
            let default = model.examples.iter().find_map(|example| match &example.expected {
                Expected::Output(value) => Some(value.clone()),
                Expected::Abstain(_) => None,
            });
            Some(model.on_abstain = OnAbstain::Default(default?))
        });
    }
}

fn make_optional(ty: &mut Ty) -> Option<()> {
    let optional = ty.clone().optional();
    (*ty != optional).then(|| *ty = optional)
}

fn edit_prose(prose: &mut Option<Vec<String>>) -> Option<()> {
    Some(prose.get_or_insert_default().push("newly".into()))
}

/// Moves a limit out as far as `by`, or removes it.
fn edit_limit(ty: &Ty, limit: &mut Option<i32>, by: i32) -> Option<()> {
    let is_length = ty.limited()?;
    Some(
        *limit = match limit {
            Some(_) => None,
            None if is_length => Some(by.max(0)),
            None => Some(by),
        },
    )
}

fn reverse<T: PartialEq>(items: &mut [T]) -> Option<()> {
    let is_same = items.iter().eq(items.iter().rev());
    (!is_same).then(|| items.reverse())
}

/// Changes the first scalar that can be another one within every limit.
fn edit_value(value: &mut Val) -> Option<()> {
    match value {
        Val::Bool(value) => Some(*value = !*value),
        Val::Int(number) => Some(*number += 1),
        Val::Decimal(digits, _) => Some(*digits += 1),
        Val::Float(number) => Some(*number = if *number == 0.5 { 0.25 } else { 0.5 }),
        // Even a blank at the end counts: it is part of what must come out.
        Val::Text(text) => Some(text.push(' ')),
        Val::Date(_, _, day) | Val::DateTime(day, _) => Some(*day = *day % 28 + 1),
        Val::Time(_, minute, _) => Some(*minute = (*minute + 1) % 60),
        Val::Bytes(bytes) => Some(bytes.push(0)),
        Val::List(items) => items.iter_mut().find_map(edit_value),
        Val::Map(entries) | Val::Record(entries) => entries.iter_mut().find_map(|(_, value)| edit_value(value)),
        Val::Null | Val::Variant(_) => None,
    }
}

fn reverse_list(value: &mut Val) -> Option<()> {
    match value {
        Val::List(items) => reverse(items).or_else(|| items.iter_mut().find_map(reverse_list)),
        Val::Map(entries) | Val::Record(entries) => entries.iter_mut().find_map(|(_, value)| reverse_list(value)),
        _ => None,
    }
}
