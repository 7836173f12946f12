//! A spec written in a random style: order, defaults, forms of values, where examples are stored.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::model::{Example, Expected, Field, Model, OnAbstain, Output, Shape, TYPES, Ty, Val};
use crate::yaml::{Node, Rng, document};

/// The files of a spec, `a.yaml` among them, by their paths.
pub(crate) fn files(model: &Model, style: u64) -> Vec<(String, String)> {
    let mut style = Style { rng: Rng(style), files: vec![] };
    let root = style.spec(model);
    let spec = document(&root, &mut style.rng);
    style.files.push(("a.yaml".to_owned(), spec));
    style.files
}

struct Style {
    rng: Rng,
    files: Vec<(String, String)>,
}

fn raw(text: impl Into<String>) -> Node {
    Node::Raw(text.into())
}

fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

impl Style {
    fn spec(&mut self, model: &Model) -> Node {
        let mut entries = vec![
            ("spec", raw("1")),
            ("name", text(&model.name)),
            ("about", Node::Prose(model.about.clone())),
            ("input", self.fields(&model.input)),
            (
                "output",
                match &model.output {
                    Output::Fields(fields) => self.fields(fields),
                    Output::Type(ty) => self.ty(ty),
                },
            ),
            ("examples", self.examples(&model.examples)),
        ];
        let types = model.types.iter().enumerate().map(|(index, def)| {
            let shape = match &def.shape {
                Shape::Record(fields) => ("record", self.fields(fields)),
                Shape::Enum(variants) => ("enum", self.variants(variants)),
            };
            let doc = def.doc.iter().map(|doc| ("doc", Node::Prose(doc.clone())));
            (TYPES[index], self.map(doc.chain([shape]).collect()))
        });
        let types: Vec<_> = types.collect();
        let rules = Node::Seq(model.rules.iter().cloned().map(Node::Prose).collect());
        let ensures = model.ensures.iter().map(|words| self.condition(words)).collect();
        let mut modules: Vec<Node> = model.modules.iter().map(|name| text(name)).collect();
        self.rng.shuffle(&mut modules);
        let on_abstain = match &model.on_abstain {
            OnAbstain::Error => text("error"),
            OnAbstain::Call => text("call"),
            OnAbstain::Default(value) => {
                let value = self.value(value);
                self.map(vec![("default", value)])
            }
        };
        let is_error = matches!(model.on_abstain, OnAbstain::Error);
        let optional = [
            ("types", types.is_empty(), self.map(types)),
            ("rules", model.rules.is_empty(), rules),
            ("ensures", model.ensures.is_empty(), Node::Seq(ensures)),
            ("modules", model.modules.is_empty(), Node::Seq(modules)),
            ("on_abstain", is_error, on_abstain),
            ("accuracy", model.held_out == 0 && model.at_least == 100 && !model.of_fields, self.accuracy(model)),
            ("kind", true, text("function")),
            ("target", true, text("rust")),
            ("compliance", true, Node::Seq(vec![])),
        ];
        for (key, is_default, node) in optional {
            if !is_default || self.rng.chance(20) {
                entries.push((key, node));
            }
        }
        self.map(entries)
    }

    /// A mapping, whose order never counts.
    fn map(&mut self, entries: Vec<(&str, Node)>) -> Node {
        let mut entries: Vec<(String, Node)> = entries.into_iter().map(|(key, node)| (key.to_owned(), node)).collect();
        self.rng.shuffle(&mut entries);
        Node::Map(entries)
    }

    fn accuracy(&mut self, model: &Model) -> Node {
        let mut entries = Vec::new();
        for (key, share, default) in [("at_least", model.at_least, 100), ("held_out", model.held_out, 0)] {
            if share != default || self.rng.chance(20) {
                let fraction = format!("{}.{:02}", share / 100, share % 100);
                let forms = [raw(format!("{share}%")), text(&format!("{share}.0 %")), raw(fraction)];
                entries.push((key, self.rng.pick(&forms)));
            }
        }
        if model.of_fields || self.rng.chance(20) {
            entries.push(("of", text(if model.of_fields { "fields" } else { "examples" })));
        }
        self.map(entries)
    }

    fn fields(&mut self, fields: &[Field]) -> Node {
        let fields = fields.iter().map(|field| (field.name.as_str(), self.field(field))).collect();
        self.map(fields)
    }

    fn field(&mut self, field: &Field) -> Node {
        let mut entries = Vec::new();
        for (key, prose) in [("doc", &field.doc), ("unit", &field.unit)] {
            entries.extend(prose.iter().map(|prose| (key, Node::Prose(prose.clone()))));
        }
        for (key, limit) in [("min", field.min), ("max", field.max)] {
            entries.extend(limit.map(|limit| (key, raw(format!("{limit}{}", self.rng.pick(&["", ".0", ".00"]))))));
        }
        if entries.is_empty() && self.rng.chance(50) {
            return self.ty(&field.ty);
        }
        match &field.ty {
            Ty::Map(item) if self.rng.chance(50) => entries.push(("map", self.ty(item))),
            ty => entries.push(("type", self.ty(ty))),
        }
        self.map(entries)
    }

    /// As text, or as YAML where it is YAML.
    fn ty(&mut self, ty: &Ty) -> Node {
        if self.rng.chance(40) {
            return text(&self.expression(ty));
        }
        match ty {
            Ty::List(item) => Node::Seq(vec![self.ty(item)]),
            Ty::Map(item) => Node::Map(vec![("map".to_owned(), self.ty(item))]),
            Ty::Optional(inner) if matches!(**inner, Ty::List(_) | Ty::Map(_)) => text(&self.expression(ty)),
            _ => raw(self.expression(ty)),
        }
    }

    fn expression(&mut self, ty: &Ty) -> String {
        let blank = if self.rng.chance(20) { " " } else { "" };
        match ty {
            Ty::Scalar(name) => (*name).to_owned(),
            Ty::Named(index) => TYPES[*index].to_owned(),
            Ty::Optional(inner) => self.expression(inner) + "?",
            Ty::List(item) => format!("[{blank}{}{blank}]", self.expression(item)),
            Ty::Map(item) => format!("{{{blank}map{blank}: {}{blank}}}", self.expression(item)),
        }
    }

    fn variants(&mut self, variants: &[(String, Option<Vec<String>>)]) -> Node {
        let variant = |(name, doc): &(String, Option<Vec<String>>)| match doc {
            Some(doc) => Node::Map(vec![(name.clone(), Node::Prose(doc.clone()))]),
            None => text(name),
        };
        Node::Seq(variants.iter().map(variant).collect())
    }

    fn condition(&mut self, words: &[String]) -> Node {
        let mut words = words.to_vec();
        for _ in 0..self.rng.below(3) {
            words.insert(0, "(".to_owned());
            words.push(")".to_owned());
        }
        Node::Prose(words)
    }

    fn examples(&mut self, examples: &[Example]) -> Node {
        let mut entries = Vec::new();
        let mut together = Vec::new();
        for (index, example) in examples.iter().enumerate() {
            match self.rng.below(4) {
                0 => {
                    let path = format!("examples/{index}.yaml");
                    let is_outside = self.rng.chance(50);
                    let node = self.example(example, !is_outside);
                    let file = document(&node, &mut self.rng);
                    self.files.push((path.clone(), file));
                    entries.push(match example.held_out.filter(|_| is_outside) {
                        Some(held_out) => {
                            self.map(vec![("files", text(&path)), ("held_out", raw(held_out.to_string()))])
                        }
                        None => text(&path),
                    });
                }
                1 => together.push(self.example(example, true)),
                _ => entries.push(self.example(example, true)),
            }
        }
        if !together.is_empty() {
            self.rng.shuffle(&mut together);
            let file = document(&Node::Seq(together), &mut self.rng);
            self.files.push(("more/all.yml".to_owned(), file));
            entries.push(text(self.rng.pick(&["more/*", "more/all.yml", "**/all.yml"])));
        }
        self.rng.shuffle(&mut entries);
        Node::Seq(entries)
    }

    fn example(&mut self, example: &Example, says_held_out: bool) -> Node {
        let mut entries = vec![("input", self.record(&example.input))];
        entries.push(match &example.expected {
            Expected::Output(value) => ("output", self.value(value)),
            Expected::Abstain(None) => ("abstain", raw("true")),
            Expected::Abstain(Some(field)) => ("abstain", self.map(vec![("field", text(field))])),
        });
        if let Some(held_out) = example.held_out.filter(|_| says_held_out) {
            entries.push(("held_out", raw(held_out.to_string())));
        }
        self.map(entries)
    }

    /// The fields of a record; an absent one may be left out.
    fn record(&mut self, fields: &[(String, Val)]) -> Node {
        let mut entries = Vec::new();
        for (name, value) in fields {
            if *value != Val::Null || self.rng.chance(50) {
                entries.push((name.as_str(), self.value(value)));
            }
        }
        self.map(entries)
    }

    fn value(&mut self, value: &Val) -> Node {
        match value {
            Val::Null => raw(self.rng.pick(&["~", "null", "Null"])),
            Val::Bool(true) => raw(self.rng.pick(&["true", "True", "TRUE"])),
            Val::Bool(false) => raw(self.rng.pick(&["false", "False", "FALSE"])),
            Val::Int(number) if *number < 0 => raw(number.to_string()),
            Val::Int(number) => {
                let forms =
                    [format!("{number}"), format!("+{number}"), format!("0x{number:X}"), format!("0o{number:o}")];
                raw(self.rng.pick(&forms))
            }
            Val::Decimal(digits, scale) => self.decimal(*digits, *scale),
            Val::Float(number) => raw(if self.rng.chance(50) { format!("{number:?}") } else { format!("{number:e}") }),
            Val::Text(value) | Val::Variant(value) => text(value),
            Val::Date(year, month, day) => self.date(&format!("{year:04}-{month:02}-{day:02}")),
            Val::Time(hour, minute, second) => {
                let seconds = if *second == 0 && self.rng.chance(50) { String::new() } else { format!(":{second:02}") };
                self.date(&format!("{hour:02}:{minute:02}{seconds}"))
            }
            Val::DateTime(day, hour) => {
                let (between, seconds) = (self.rng.pick(&["T", " "]), self.rng.pick(&["", ":00", ":00.0"]));
                self.date(&format!("2024-03-{day:02}{between}{hour:02}:30{seconds}"))
            }
            Val::Bytes(bytes) => {
                let mut written = STANDARD.encode(bytes);
                if !written.is_empty() && self.rng.chance(30) {
                    written.insert(self.rng.below(written.len()), self.rng.pick(&[' ', '\n']));
                }
                text(&written)
            }
            Val::List(items) => Node::Seq(items.iter().map(|item| self.value(item)).collect()),
            Val::Map(entries) => {
                let entries = entries.iter().map(|(key, value)| (key.as_str(), self.value(value))).collect();
                self.map(entries)
            }
            Val::Record(fields) => self.record(fields),
        }
    }

    /// Quoted or not.
    fn date(&mut self, written: &str) -> Node {
        if self.rng.chance(50) { raw(written) } else { text(written) }
    }

    fn decimal(&mut self, digits: i64, scale: usize) -> Node {
        let sign = if digits < 0 { "-" } else { "" };
        let padded = format!("{:0>width$}", digits.abs(), width = scale + 1);
        let (whole, fraction) = padded.split_at(padded.len() - scale);
        let plain = format!("{sign}{whole}.{fraction}");
        let forms = [
            raw(&plain),
            text(&plain),
            raw(format!("{plain}000")),
            raw(format!("{digits}e-{scale}")),
            raw(format!("{sign}0{whole}.{fraction}E+0")),
        ];
        self.rng.pick(&forms)
    }
}
