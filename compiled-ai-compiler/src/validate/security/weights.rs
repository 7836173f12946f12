//! How large types are: aliases and structs of each other grow exponentially in a few lines.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::Visit;
use syn::{Fields, File, GenericArgument, PathArguments, Type};

use super::scope::Own;

impl Own {
    /// Works out the weights of all structs, enums and aliases, wherever they stand. The numbers must be known already.
    pub(super) fn collect_weights(&mut self, file: &File) {
        let mut declared = Declared::default();
        declared.visit_file(file);
        let mut open = BTreeSet::new();
        for name in declared.0.keys() {
            self.weigh(name, &declared, &mut open);
        }
    }

    /// How many values a value of `ty` holds at most: elements of arrays, fields of structs, arguments of generics.
    pub(super) fn weight(&self, ty: &Type) -> u64 {
        match ty {
            Type::Array(array) => self.number(&array.len).unwrap_or(1).saturating_mul(self.weight(&array.elem)),
            Type::Group(group) => self.weight(&group.elem),
            Type::Paren(paren) => self.weight(&paren.elem),
            Type::Slice(slice) => self.weight(&slice.elem),
            Type::Reference(reference) => self.weight(&reference.elem),
            Type::Tuple(tuple) => tuple.elems.iter().map(|elem| self.weight(elem)).fold(0, u64::saturating_add),
            Type::Path(path) => {
                let Some(segment) = path.path.segments.last() else { return 1 };
                let own = self.weights.get(&segment.ident.to_string()).copied();
                let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return own.unwrap_or(1) };
                let inner = arguments
                    .args
                    .iter()
                    .map(|argument| match argument {
                        GenericArgument::Type(ty) => self.weight(ty),
                        _ => 0,
                    })
                    .fold(0, u64::saturating_add)
                    .max(1);
                match own {
                    Some(own) => own.saturating_mul(inner),
                    None => inner,
                }
            }
            _ => 1,
        }
    }

    fn weigh(&mut self, name: &str, declared: &Declared<'_>, open: &mut BTreeSet<String>) {
        if self.weights.contains_key(name) || !open.insert(name.to_owned()) {
            return;
        }
        let Some(types) = declared.0.get(name) else { return };
        let mut mentioned = Mentioned(BTreeSet::new());
        types.iter().for_each(|ty| mentioned.visit_type(ty));
        for other in mentioned.0 {
            self.weigh(&other, declared, open);
        }
        let weight = types.iter().map(|ty| self.weight(ty)).fold(0, u64::saturating_add).max(1);
        self.weights.insert(name.to_owned(), weight);
    }
}

/// The types that each declared type consists of; of two with one name, both.
#[derive(Default)]
struct Declared<'f>(BTreeMap<String, Vec<&'f Type>>);

impl<'f> Declared<'f> {
    fn add(&mut self, name: &syn::Ident, fields: &'f Fields) {
        self.0.entry(name.to_string()).or_default().extend(fields.iter().map(|field| &field.ty));
    }
}

impl<'f> Visit<'f> for Declared<'f> {
    fn visit_item_struct(&mut self, item: &'f syn::ItemStruct) {
        self.add(&item.ident, &item.fields);
    }

    fn visit_item_enum(&mut self, item: &'f syn::ItemEnum) {
        item.variants.iter().for_each(|variant| self.add(&item.ident, &variant.fields));
    }

    // `Self::Item` stands for any of that name.
    fn visit_impl_item_type(&mut self, item: &'f syn::ImplItemType) {
        self.0.entry(item.ident.to_string()).or_default().push(&item.ty);
    }

    fn visit_item_type(&mut self, item: &'f syn::ItemType) {
        self.0.entry(item.ident.to_string()).or_default().push(&item.ty);
    }
}

/// The names in a type.
struct Mentioned(BTreeSet<String>);

impl<'t> Visit<'t> for Mentioned {
    fn visit_path_segment(&mut self, segment: &'t syn::PathSegment) {
        self.0.insert(segment.ident.to_string());
        syn::visit::visit_path_segment(self, segment);
    }
}
