//! Names that differ in a spec and are one in WIT, which matters for components alone.

use super::Reader;
use crate::diagnostic::Location;
use crate::emit::{WitClash, wit_clashes};
use crate::spec::{Field, INPUT, Shape, Spec};

impl Reader<'_> {
    /// Reports them.
    pub(super) fn check_wit_names(&mut self, spec: &Spec) {
        for clash in wit_clashes(spec) {
            let at = self.place(&clash, spec);
            self.problems.push(at.iter().fold(clash.diagnostic(), |problem, at| problem.at(at, "")));
        }
    }

    fn place(&self, clash: &WitClash, spec: &Spec) -> Option<Location> {
        let Some(of) = &clash.of else { return self.types.places.get(&clash.name).cloned() };
        let fields: &[Field] = match spec.types.get(of).map(|definition| &definition.shape) {
            Some(Shape::Record(fields)) => fields,
            Some(Shape::Enum(_)) => &[],
            None if of == INPUT => &spec.input,
            None => &[],
        };
        let field = fields.iter().find(|field| field.name == clash.name).map(|field| field.at.clone());
        field.or_else(|| self.types.places.get(of).cloned())
    }
}
