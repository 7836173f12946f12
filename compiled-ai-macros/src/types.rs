//! Comparing and printing types as people write them.

use quote::ToTokens as _;
use syn::{GenericArgument, Ident, PathArguments, ReturnType, Type};

/// A type without what may be written in several ways: paths shrink to their last segment, lifetimes and parentheses go.
///
/// Two types with the same text are taken to be the same; if a user's `Decimal` is another one than ours after all, the
/// compiler says so.
pub(crate) fn canonical(ty: &Type) -> String {
    match ty {
        Type::Group(group) => canonical(&group.elem),
        Type::Paren(paren) => canonical(&paren.elem),
        Type::Reference(reference) => {
            let mutability = if reference.mutability.is_some() { "mut " } else { "" };
            format!("&{mutability}{}", canonical(&reference.elem))
        }
        Type::Slice(slice) => format!("[{}]", canonical(&slice.elem)),
        Type::Tuple(tuple) => format!("({})", tuple.elems.iter().map(canonical).collect::<Vec<_>>().join(", ")),
        Type::Path(path) if path.qself.is_none() => path.path.segments.last().map_or_else(String::new, |segment| {
            let arguments = arguments(&segment.arguments);
            match arguments.is_empty() {
                true => segment.ident.to_string(),
                false => format!("{}<{}>", segment.ident, arguments.join(", ")),
            }
        }),
        other => other.to_token_stream().to_string(),
    }
}

/// The two arguments of `Result<T, E>`.
pub(crate) fn result(ty: &Type) -> Option<(&Type, &Type)> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == "Result")?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    let mut types = arguments.args.iter().map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    match (types.next(), types.next(), types.next()) {
        (Some(Some(ok)), Some(Some(error)), None) => Some((ok, error)),
        _ => None,
    }
}

/// The type's name, if it is written as a name alone.
pub(crate) fn name(ty: &Type) -> Option<&Ident> {
    match ungrouped(ty) {
        Type::Path(path) if path.qself.is_none() => path.path.get_ident(),
        _ => None,
    }
}

/// The type that a function returns; `None` for `()` left out.
pub(crate) fn returned(output: &ReturnType) -> Option<&Type> {
    match output {
        ReturnType::Default => None,
        ReturnType::Type(_, ty) => Some(ty),
    }
}

/// Names that have a meaning already, so that no generated type can take them.
pub(crate) fn is_taken(name: &str) -> bool {
    const TAKEN: &[&str] = &[
        "Abstain", "BTreeMap", "Box", "Bytes", "Cow", "Date", "DateTime", "Decimal", "Option", "Result", "Self",
        "String", "Time", "Vec", "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str",
        "u128", "u16", "u32", "u64", "u8", "usize",
    ];
    TAKEN.contains(&name)
}

/// `read_receipt` or `cash-receipt` to `ReadReceipt` or `CashReceipt`.
pub(crate) fn camel_case(name: &str) -> String {
    name.split(|character: char| !character.is_alphanumeric())
        .flat_map(|word| {
            let mut characters = word.chars();
            characters.next().map(|first| first.to_uppercase().chain(characters).collect::<String>())
        })
        .collect()
}

fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        ty => ty,
    }
}

fn arguments(arguments: &PathArguments) -> Vec<String> {
    match arguments {
        PathArguments::None => vec![],
        PathArguments::AngleBracketed(arguments) => arguments
            .args
            .iter()
            .filter_map(|argument| match argument {
                GenericArgument::Lifetime(_) => None,
                GenericArgument::Type(ty) => Some(canonical(ty)),
                other => Some(other.to_token_stream().to_string()),
            })
            .collect(),
        other => vec![other.to_token_stream().to_string()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(ty: &str) -> String {
        canonical(&syn::parse_str(ty).unwrap())
    }

    #[test]
    fn what_is_the_same_type_has_the_same_text() {
        for (written, expected) in [
            ("& 'static str", "&str"),
            ("::std::vec::Vec<compiled_ai::kit::Decimal>", "Vec<Decimal>"),
            ("&std::collections::BTreeMap<String, (i64)>", "&BTreeMap<String, i64>"),
            ("Option<&'_ [Line]>", "Option<&[Line]>"),
            ("&mut str", "&mut str"),
            ("()", "()"),
        ] {
            assert_eq!(text(written), expected);
        }
    }

    #[test]
    fn results() {
        let ty: Type = syn::parse_str("core::result::Result<Receipt, compiled_ai::Abstain>").unwrap();
        let (ok, error) = result(&ty).unwrap();
        assert_eq!((canonical(ok), canonical(error)), ("Receipt".to_owned(), "Abstain".to_owned()));
        assert!(result(&syn::parse_str("io::Result<Receipt>").unwrap()).is_none());
    }
}
