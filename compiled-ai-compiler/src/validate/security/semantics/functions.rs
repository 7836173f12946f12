//! The functions of a file, and what their types say of values.

use std::collections::HashMap;

use syn::{Block, File, Ident, ImplItem, Item, ItemImpl, ReturnType, Signature, Stmt, TraitItem, TraitItemFn, Type};

use super::taint::{Facts, Value};

/// A function of the candidate.
#[derive(Clone, Copy)]
pub(super) struct Function<'f> {
    /// The type or trait that it is one of; `None` of a free function.
    of: Option<&'f Ident>,
    pub(super) signature: &'f Signature,
    pub(super) block: &'f Block,
}

/// How a function is called in its own body: by its name, or as one of its type (`Self::name`, `self.name`).
#[derive(Clone, Copy)]
pub(super) struct Called<'n> {
    pub(super) name: &'n Ident,
    pub(super) is_of_type: bool,
}

impl Function<'_> {
    /// How its own code calls it.
    pub(super) fn called(&self) -> Called<'_> {
        Called { name: &self.signature.ident, is_of_type: self.of.is_some() }
    }

    /// Whether a call by this path may be one of it: `parse`, `Op::parse`, `Self::parse`.
    pub(super) fn is_meant(&self, path: &[String]) -> bool {
        match path {
            [_] => self.of.is_none(),
            [.., of, _] => of == "Self" || self.of.is_some_and(|name| name == of),
            [] => false,
        }
    }
}

/// All functions of a file, methods too, by name.
pub(super) type Functions<'f> = HashMap<String, Function<'f>>;

/// All functions of a file, wherever they stand. Of several with one name the first has that name as its key; those of the others no
/// code has.
pub(super) fn functions(file: &File) -> Functions<'_> {
    let mut found = Functions::new();
    for item in &file.items {
        match item {
            Item::Fn(function) => {
                add(&mut found, None, &function.sig, &function.block);
                for statement in &function.block.stmts {
                    if let Stmt::Item(Item::Fn(inner)) = statement {
                        add(&mut found, None, &inner.sig, &inner.block);
                    }
                }
            }
            Item::Impl(of) => {
                for item in &of.items {
                    if let ImplItem::Fn(method) = item {
                        add(&mut found, self_type(of), &method.sig, &method.block);
                    }
                }
            }
            Item::Trait(of) => {
                for item in &of.items {
                    if let TraitItem::Fn(TraitItemFn { sig, default: Some(block), .. }) = item {
                        add(&mut found, Some(&of.ident), sig, block);
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn self_type(of: &ItemImpl) -> Option<&Ident> {
    match &*of.self_ty {
        Type::Path(path) => path.path.segments.last().map(|last| &last.ident),
        _ => None,
    }
}

fn add<'f>(found: &mut Functions<'f>, of: Option<&'f Ident>, signature: &'f Signature, block: &'f Block) {
    let name = signature.ident.to_string();
    let name = if found.contains_key(&name) { format!("{name}'{}", found.len()) } else { name };
    found.insert(name, Function { of, signature, block });
}

/// A value as one of this type: numbers hold no text.
pub(super) fn of_type(ty: &Type, value: Value) -> Value {
    match ty {
        Type::Reference(inner) => match &*inner.elem {
            // A text of the code, which may be known.
            Type::Path(path) if path.path.is_ident("str") && is_static(inner) => {
                if value.facts().has(Facts::TEXT) {
                    Value::known()
                } else {
                    value
                }
            }
            inner => of_type(inner, value),
        },
        Type::Path(path) => match path.path.segments.last() {
            Some(last) => {
                let name = last.ident.to_string();
                match name.as_str() {
                    "bool" | "char" | "u8" | "i8" | "u16" | "i16" if name != "char" => Value::known(),
                    "u32" | "i32" | "u64" | "i64" | "u128" | "i128" | "usize" | "isize" | "f64" | "f32" | "Decimal" => {
                        value.as_number()
                    }
                    _ => value,
                }
            }
            None => value,
        },
        Type::Tuple(tuple) => {
            let facts = value.facts();
            let whole = |index: usize| value.elements.get(index).cloned().unwrap_or_else(|| Value::of(facts));
            let count = tuple.elems.len();
            let has_elements = value.elements.len() == count;
            let elements: Vec<Value> =
                tuple.elems.iter().enumerate().map(|(index, ty)| of_type(ty, whole(index))).collect();
            // What nothing is learned of stays as it is.
            if has_elements || elements.iter().any(|element| element.facts() != facts) {
                Value::list(elements)
            } else {
                value
            }
        }
        _ => value,
    }
}

/// Whether a type is `&'static str`: a text of the code.
pub(super) fn is_static_text(ty: &Type) -> bool {
    matches!(ty, Type::Reference(reference)
        if is_static(reference) && matches!(&*reference.elem, Type::Path(path) if path.path.is_ident("str")))
}

fn is_static(reference: &syn::TypeReference) -> bool {
    reference.lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static")
}

pub(super) fn of_return(output: &ReturnType, value: Value) -> Value {
    match output {
        ReturnType::Type(_, ty) => {
            // `Option<u32>`, `Result<i64, String>`: the first argument tells.
            if let Type::Path(path) = &**ty
                && let Some(last) = path.path.segments.last()
                && matches!(last.ident.to_string().as_str(), "Option" | "Result")
                && let syn::PathArguments::AngleBracketed(arguments) = &last.arguments
                && let Some(syn::GenericArgument::Type(inner)) = arguments.args.first()
                && arguments.args.len() == 1
            {
                return of_type(inner, value);
            }
            of_type(ty, value)
        }
        ReturnType::Default => Value::known(),
    }
}
