//! What is known of a value: where it comes from, and what was done so that it can stand in a text.

use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use proc_macro2::Span;

use super::keys::{is_key, is_mask};

/// A set of facts about a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(super) struct Facts(u32);

impl Facts {
    /// Holds text of the input.
    pub(super) const TEXT: Self = Self(1);
    /// A number that the input names, and that nothing bounds.
    pub(super) const NUMBER: Self = Self(1 << 1);
    /// Came from a name that says that it is a secret.
    pub(super) const SECRET: Self = Self(1 << 2);
    /// Computed over all of a text: a sum, a hash.
    pub(super) const DIGEST: Self = Self(1 << 3);

    /// May be the name of what nobody may read, such as `password`.
    pub(super) const KEY: Self = Self(1 << 4);
    /// Stood beside such a name.
    pub(super) const KEYED: Self = Self(1 << 5);

    /// Safe in HTML and XML.
    pub(super) const HTML: Self = Self(1 << 8);
    /// Holds no line break.
    pub(super) const LINE: Self = Self(1 << 9);
    /// Made of letters, digits and a few signs, because it was checked or filtered.
    pub(super) const WORD: Self = Self(1 << 10);
    /// Does not leave the folder that it is joined to.
    pub(super) const PATH: Self = Self(1 << 11);
    /// Percent-encoded.
    pub(super) const URL: Self = Self(1 << 12);
    /// Its quotes are doubled or escaped.
    pub(super) const QUOTED: Self = Self(1 << 13);
    /// Escaped for an LDAP filter.
    pub(super) const LDAP: Self = Self(1 << 14);
    /// A member of a list that the code holds.
    pub(super) const KNOWN: Self = Self(1 << 15);
    /// A number that is compared with a bound.
    pub(super) const BOUNDED: Self = Self(1 << 16);
    /// A number that is compared with zero.
    pub(super) const POSITIVE: Self = Self(1 << 17);
    /// Quoted for a shell.
    pub(super) const SHELL: Self = Self(1 << 18);

    pub(super) const NONE: Self = Self(0);
    /// Where a value comes from.
    const ORIGIN: Self = Self(0xff);
    /// What was done to a value.
    const SAFE: Self = Self(!0xff);

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Of a value that is made of both: what is safe must be so in each part that comes from the input.
    pub(super) fn joined(self, other: Self) -> Self {
        let safe = match (self.has(Self::TEXT), other.has(Self::TEXT)) {
            (true, true) => self.0 & other.0,
            (true, false) => self.0,
            (false, true) => other.0,
            (false, false) => self.0 | other.0,
        };
        Self((self.0 | other.0) & Self::ORIGIN.0 | safe & Self::SAFE.0)
    }

    /// Of a number that was made of it.
    pub(super) fn as_number(self) -> Self {
        Self(self.0 & (Self::NUMBER.0 | Self::DIGEST.0 | Self::BOUNDED.0 | Self::POSITIVE.0))
    }
}

/// A part of a text.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// Of a literal.
    Text(Rc<str>, Span),
    /// Of something that is known when the code runs.
    Hole(Facts),
}

/// What is known of a value.
#[derive(Debug, Clone, Default)]
pub(super) struct Value {
    /// What it is made of, if it is a text.
    pub(super) parts: Vec<Part>,
    /// What it holds, if it is a tuple, an array or a list that is written out.
    pub(super) elements: Rc<List>,
    /// It is a range up to a number that the input names.
    pub(super) is_long_range: bool,
    /// Values in `elements`, those in them too.
    pub(super) weight: usize,
}

/// The values of a list.
#[derive(Debug, Default)]
pub(super) struct List {
    values: Vec<Value>,
    /// All of them as one, once somebody has asked for it.
    merged: OnceCell<Value>,
}

impl Deref for List {
    type Target = Vec<Value>;

    fn deref(&self) -> &Vec<Value> {
        &self.values
    }
}

impl From<Vec<Value>> for List {
    fn from(values: Vec<Value>) -> Self {
        Self { values, merged: OnceCell::new() }
    }
}

impl List {
    /// Whether nobody has asked for all values as one yet.
    pub(super) fn is_unread(&self) -> bool {
        self.merged.get().is_none()
    }

    /// All values as one; tuples stay tuples. None of no values.
    fn merged(&self) -> Option<&Value> {
        let (first, rest) = self.values.split_first()?;
        Some(self.merged.get_or_init(|| rest.iter().fold(first.clone(), merge)))
    }
}

fn merge(all: Value, one: &Value) -> Value {
    if all.elements.len() == one.elements.len() && !all.elements.is_empty() {
        return Value::list(all.elements.iter().zip(one.elements.iter()).map(|(a, b)| merge(a.clone(), b)).collect());
    }
    all.or(one.clone())
}

/// Whether a text is one that values are put into.
fn has_slot(text: &str) -> bool {
    text.len() > 6 && (text.find('{').is_some_and(|at| text[at..].contains('}')) || text.contains("%s"))
}

/// A text of more parts is looked at as one value.
const MOST_PARTS: usize = 48;
/// Of a list with more values in it, all are looked at as one: lists of lists would double with each line.
const MOST_VALUES: usize = 2048;
/// What is learned of a list that is shorter is known of each of its values.
const FEW_VALUES: usize = 32;

impl Value {
    /// Something of which only `facts` are known.
    pub(super) fn of(facts: Facts) -> Self {
        Self { parts: vec![Part::Hole(facts)], ..Self::default() }
    }

    /// Something that does not depend on the input.
    pub(super) fn known() -> Self {
        Self::of(Facts::NONE)
    }

    pub(super) fn text(text: &str, at: Span) -> Self {
        Self { parts: vec![Part::Text(text.into(), at)], ..Self::default() }
    }

    pub(super) fn list(elements: Vec<Self>) -> Self {
        let facts = elements.iter().map(Self::facts).reduce(Facts::joined).unwrap_or_default();
        let weight = elements.iter().fold(elements.len(), |sum, element| sum.saturating_add(element.weight));
        if weight > MOST_VALUES {
            return Self::of(facts);
        }
        Self { elements: Rc::new(elements.into()), weight, ..Self::of(facts) }
    }

    /// All that is known of it, whatever it is made of.
    pub(super) fn facts(&self) -> Facts {
        let holes = self.parts.iter().filter_map(|part| match part {
            Part::Hole(facts) => Some(*facts),
            Part::Text(..) => None,
        });
        holes.reduce(Facts::joined).unwrap_or_default()
    }

    /// What a list, an iterator or an option yields.
    pub(super) fn element(&self) -> Self {
        match self.elements.merged() {
            Some(merged) => merged.clone(),
            None => Self::of(self.facts()),
        }
    }

    /// The text, if it is one literal.
    pub(super) fn literal(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [Part::Text(text, _)] => Some(text),
            _ => None,
        }
    }

    /// Whether it holds a text of the code.
    pub(super) fn has_text(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Text(..)))
    }

    /// Puts `other` behind it.
    pub(super) fn push(&mut self, other: &Self) {
        if self.parts.len() + other.parts.len() > MOST_PARTS {
            let facts = self.facts().joined(other.facts());
            self.parts.truncate(MOST_PARTS / 2);
            self.parts.push(Part::Hole(facts));
        } else {
            self.parts.extend(other.parts.iter().cloned());
        }
        self.leave_elements();
    }

    /// With more facts about each part that comes from the input.
    pub(super) fn with(mut self, more: Facts) -> Self {
        for part in &mut self.parts {
            if let Part::Hole(facts) = part {
                *facts = facts.and(more);
            }
        }
        if self.weight > FEW_VALUES {
            self.leave_elements();
        } else if !self.elements.is_empty() {
            let elements: Vec<Self> = self.elements.iter().map(|element| element.clone().with(more)).collect();
            self.elements = Rc::new(elements.into());
        }
        self
    }

    fn leave_elements(&mut self) {
        self.elements = Rc::default();
        self.weight = 0;
    }

    /// Without these facts about its parts.
    pub(super) fn except(mut self, less: Facts) -> Self {
        for part in &mut self.parts {
            if let Part::Hole(facts) = part {
                *facts = facts.without(less);
            }
        }
        if self.weight > FEW_VALUES {
            self.leave_elements();
        } else if !self.elements.is_empty() {
            let elements: Vec<Self> = self.elements.iter().map(|element| element.clone().except(less)).collect();
            self.elements = Rc::new(elements.into());
        }
        self
    }

    /// What is known of a text that was put together sign by sign: how it begins and ends, and what stands between.
    pub(super) fn outline(self) -> Self {
        let is_hole = |part: &Part| matches!(part, Part::Hole(_));
        if self.parts.len() < 4 || !self.parts.iter().any(is_hole) {
            return self;
        }
        let text = |part: Option<&Part>| part.filter(|part| !is_hole(part)).cloned();
        let (first, last) = (text(self.parts.first()), text(self.parts.last()));
        let middle = Part::Hole(self.facts());
        Self { parts: first.into_iter().chain([middle]).chain(last).collect(), ..Self::default() }
    }

    /// Whether it is a list of a few values, each of which is known.
    pub(super) fn is_short_list(&self) -> bool {
        !self.elements.is_empty() && self.weight < FEW_VALUES
    }

    /// A list with more behind it: one value, or those of another list.
    pub(super) fn longer(&self, added: &Self, is_one: bool) -> Self {
        let mut elements = self.elements.to_vec();
        match is_one || added.elements.is_empty() {
            true => elements.push(added.clone()),
            false => elements.extend(added.elements.iter().cloned()),
        }
        Self::list(elements)
    }

    /// As a number.
    pub(super) fn as_number(&self) -> Self {
        Self::of(self.facts().as_number())
    }

    /// One of both.
    pub(super) fn or(self, other: Self) -> Self {
        // Text that is empty, and a list that is.
        if self.parts.is_empty() && self.elements.is_empty() {
            return other;
        }
        if other.parts.is_empty() && other.elements.is_empty() {
            return self;
        }
        match (self.literal(), other.literal()) {
            (Some(one), Some(other)) if is_key(one) || is_key(other) => Self::of(Facts::KEY),
            (Some(one), Some(another)) => match (has_slot(one), has_slot(another)) {
                (true, true) => {
                    let mut both = self.clone();
                    both.push(&Self { parts: vec![Part::Text("\n".into(), Span::call_site())], ..Self::default() });
                    both.push(&other);
                    both
                }
                (true, false) => self,
                (false, true) => other,
                (false, false) => Self::known(),
            },
            (Some(""), None) => other,
            (None, Some("")) => self,
            (Some(one), None) if is_key(one) => Self::of(other.facts().and(Facts::KEY)),
            (None, Some(one)) if is_key(one) => Self::of(self.facts().and(Facts::KEY)),
            // `if index < hidden { '*' } else { c }`.
            (Some(mask), None) | (None, Some(mask)) if is_mask(mask) => {
                Self::of(self.facts().joined(other.facts()).without(Facts::SECRET.and(Facts::KEYED)))
            }
            _ => Self::of(self.facts().joined(other.facts())),
        }
    }
}
