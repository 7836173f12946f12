//! From the attribute and its item to what is compiled in their place.

mod feature;
mod function;
mod module;

use proc_macro2::TokenStream;
use quote::quote;

use crate::args::Args;
use crate::facts::Facts;
use crate::item::{self, Item};
use crate::message::{Message, codes, compile_errors};
use crate::out_dir::{self, FOLDER, Found};

/// Expands `#[spec(args)] item`.
pub(crate) fn spec(args: TokenStream, item: TokenStream) -> TokenStream {
    let item = match item::read(item) {
        Ok(item) => item,
        Err(refused) => {
            let error = compile_errors([&refused.error]);
            let instead = refused.instead;
            return quote!(#error #instead);
        }
    };
    let known = syn::parse2::<Args>(args).and_then(|args| out_dir::find(&args.path).map(|found| (args, found)));
    let (args, found, errors) = match known {
        Ok((args, mut found)) => {
            let mut errors: Vec<syn::Error> =
                found.diagnostics.iter().map(|text| syn::Error::new(args.path.span(), text)).collect();
            if let Some(error) = feature::missing(&found, args.path.span()) {
                found.has_code = false;
                errors.push(error);
            }
            (args, found, errors)
        }
        Err(error) => return unknown(&item, vec![error]),
    };
    match (&found.facts, item) {
        (None, item) => unknown(&item, errors),
        (Some(facts), Item::Function(function)) => function::expand(&function, &args, &found, facts, errors),
        (Some(facts), Item::Module(module)) => module::expand(&module, &args, &found, facts, errors),
    }
}

/// Nothing is known of the spec: the errors, and something in the item's place about which nothing more is reported.
fn unknown(item: &Item, errors: Vec<syn::Error>) -> TokenStream {
    match item {
        Item::Function(function) => function::unknown(function, errors),
        Item::Module(module) => module::unknown(module, errors),
    }
}

/// The text of the generated module, from `OUT_DIR`. Its path is a literal, so that editors follow it.
fn include(found: &Found) -> TokenStream {
    // Where nothing fits the spec there is still a file with its types, so that only the reason is reported.
    let ending = if found.has_code { "rs" } else { "types.rs" };
    let path = format!("/{FOLDER}/{}.{ending}", found.stem);
    quote!(::core::include!(::core::concat!(::core::env!("OUT_DIR"), #path));)
}

/// Lints are for what people write; this was generated. One that a crate sets itself must be named to be lifted: `warnings`
/// lifts those that stand at their default. Lints that generated code keeps to (`missing_docs`, `unsafe_code`) are left alone, since
/// a crate may forbid them.
fn quiet() -> TokenStream {
    quote! {
        #[allow(
            warnings, unused, nonstandard_style, rust_2018_idioms, let_underscore_drop, non_ascii_idents, redundant_lifetimes,
            single_use_lifetimes, trivial_casts, trivial_numeric_casts, unreachable_pub, unused_lifetimes,
            unused_qualifications, unused_results, variant_size_differences,
            clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction, clippy::cargo
        )]
    }
}

/// The spec's own description, for items that have no documentation.
fn docs(attributes: &[syn::Attribute], facts: &Facts) -> TokenStream {
    if attributes.iter().any(|attribute| attribute.path().is_ident("doc")) {
        return TokenStream::new();
    }
    let about = format!(" {}", facts.about.trim().replace('\n', "\n "));
    quote!(#[doc = #about])
}

/// A type alias that reports `error` where it is made and nothing where it is used: the compiler says nothing about a field of a
/// type that has an error in it. (A macro in the place of the type itself would leave `()`, about which it says much.)
fn error_alias(visibility: &syn::Visibility, name: &syn::Ident, error: &syn::Error) -> TokenStream {
    let (text, span) = (error.to_string(), error.span());
    let length = quote::quote_spanned!(span=> ::core::compile_error!(#text));
    quote!(#[allow(dead_code)] #visibility type #name = [(); #length];)
}

fn no_option(path: &syn::Path) -> syn::Error {
    Message::new(codes::ON_ABSTAIN, "a module has no `on_abstain`")
        .note("its `run` returns `Err(Abstain)`, which its caller handles")
        .help("leave the option out, or put the attribute on a function")
        .on(path)
}
