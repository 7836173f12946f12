//! Lists that are written out, gone through one by one: what stands beside a name in a pair is known beside that name.

use syn::{Expr, ExprClosure, ExprMethodCall};

use super::flow::Flow;
use super::methods::is_iterator;
use super::taint::{Facts, Value};
use super::texts;

/// Lists with more values are looked at as one value of the kind.
const MOST: usize = 10;

impl Flow<'_, '_> {
    /// The values of a list, if they are few, differ, and hold something of the input. One list at a time: those in it are not.
    pub(super) fn few(&self, list: &Value) -> Option<Vec<Value>> {
        let is_text = |value: &Value| value.has_text() || value.elements.iter().any(Value::has_text);
        let is_few = !self.is_unrolled
            && (2..=MOST).contains(&list.elements.len())
            && list.facts().has(Facts::TEXT)
            && list.elements.iter().any(is_text);
        is_few.then(|| list.elements.to_vec())
    }

    /// What a method makes of a list whose values are gone through one by one.
    pub(super) fn unrolled(&mut self, call: &ExprMethodCall, name: &str, receiver: &Value) -> Option<Value> {
        match (name, call.args.first(), call.args.get(1)) {
            ("map" | "filter_map" | "flat_map", Some(Expr::Closure(closure)), None) if is_iterator(&call.receiver) => {
                let elements = self.few(receiver)?;
                self.is_unrolled = true;
                let values =
                    elements.iter().map(|element| self.closure_with(closure, std::slice::from_ref(element))).collect();
                self.is_unrolled = false;
                Some(Value::list(values))
            }
            ("fold", Some(init), Some(Expr::Closure(closure))) if !texts::is_number(init) => {
                let init = self.expr(init);
                self.folded(closure, init, receiver)
            }
            _ => None,
        }
    }

    /// Text that is put together by `fold`: once for each value of a list, or twice for one that stands for all.
    fn folded(&mut self, closure: &ExprClosure, init: Value, receiver: &Value) -> Option<Value> {
        let is_text = init.parts.is_empty() || init.has_text();
        if !is_text || !receiver.facts().has(Facts::TEXT) || closure.inputs.len() != 2 {
            return None;
        }
        let elements = self.few(receiver).unwrap_or_else(|| vec![receiver.element(); 2]);
        let before = std::mem::replace(&mut self.is_unrolled, true);
        let all = elements.into_iter().fold(init, |all, element| self.closure_with(closure, &[all, element]));
        self.is_unrolled = before;
        self.built(&all);
        all.has_text().then_some(all)
    }
}
