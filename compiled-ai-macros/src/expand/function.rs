//! `fn read_receipt(text: &str) -> Result<Receipt, Abstain>;`

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{FnArg, Ident, Type};

use super::{docs, error_alias, include, quiet};
use crate::args::Args;
use crate::facts::{Facts, OnAbstain};
use crate::item::Function;
use crate::message::compile_errors;
use crate::out_dir::Found;
use crate::signature::{self, Checked};
use crate::types;

/// The function, its types, and every error: those given and those of its signature.
pub(super) fn expand(
    function: &Function,
    args: &Args,
    found: &Found,
    facts: &Facts,
    mut errors: Vec<syn::Error>,
) -> TokenStream {
    let mut checked = signature::check(function, args, found, facts);
    errors.append(&mut checked.errors);
    let (body, lints) = match errors.is_empty() {
        true => (body(function, args, facts, &checked), TokenStream::new()),
        false => (quote!(loop {}), quote!(#[allow(unused)])),
    };
    let module = module_name(function);
    let (quiet, include, types) = (quiet(), include(found), types(function, args, facts, &checked));
    let (errors, docs) = (compile_errors(&errors), docs(&function.attributes, facts));
    let Function { attributes, visibility, signature } = function;
    quote! {
        #errors
        #quiet
        mod #module { #include }
        #types
        #docs
        #lints
        #(#attributes)*
        #visibility #signature { #body }
    }
}

/// The errors, and a function that can be named and called without a further report.
pub(super) fn unknown(function: &Function, mut errors: Vec<syn::Error>) -> TokenStream {
    errors.extend(signature::qualifiers(&function.signature));
    let Function { attributes, visibility, signature } = function;
    let output = types::returned(&signature.output)
        .and_then(|written| types::name(types::result(written).map_or(written, |(output, _)| output)))
        .filter(|name| !types::is_taken(&name.to_string()));
    let alias = match (output, errors.first()) {
        (Some(name), Some(first)) => {
            let alias = error_alias(visibility, name, first);
            errors.remove(0);
            alias
        }
        _ => TokenStream::new(),
    };
    let errors = compile_errors(&errors);
    quote! {
        #errors
        #alias
        #[allow(unused)]
        #(#attributes)*
        #visibility #signature { loop {} }
    }
}

fn module_name(function: &Function) -> Ident {
    format_ident!("__compiled_ai_{}", function.signature.ident, span = proc_macro2::Span::call_site())
}

/// The named types of the spec, in the scope of the function and as visible as it.
fn types(function: &Function, args: &Args, facts: &Facts, checked: &Checked<'_>) -> TokenStream {
    let module = module_name(function);
    let visibility = &function.visibility;
    let output = checked.output.map(|name| match name == crate::facts::OUTPUT {
        true => quote!(#visibility use #module::#name;),
        false => quote!(#visibility use #module::Output as #name;),
    });
    let is_output = |name: &Ident| types::name(&facts.output) == Some(name);
    // On the literal, so that two specs with a type of the same name in one scope are reported there.
    let span = args.path.span();
    let named = facts.types.iter().filter(|name| args.export || is_output(name)).map(|name| {
        let name = Ident::new(&name.to_string(), span);
        quote_spanned!(span=> #visibility use #module::#name;)
    });
    output
        .into_iter()
        .chain(named)
        .map(|import| quote!(#[doc(inline)] #[allow(unused_imports, unreachable_pub, clippy::pedantic)] #import))
        .collect()
}

fn body(function: &Function, args: &Args, facts: &Facts, checked: &Checked<'_>) -> TokenStream {
    let module = module_name(function);
    let parameters = &checked.parameters;
    let run = quote!(#module::run(#module::Input { #(#parameters),* }));
    let root = &facts.root;
    match (facts.on_abstain, &args.on_abstain) {
        (OnAbstain::Default, _) => {
            quote!(#run.unwrap_or_else(|_| #module::default_output()))
        }
        (OnAbstain::Call, Some(path)) => {
            let types = parameter_types(function);
            // The pointer's type is written out, so that a function of another type is reported where it is named.
            quote! {
                match #run {
                    ::core::result::Result::Ok(output) => ::core::result::Result::Ok(output),
                    ::core::result::Result::Err(abstain) => {
                        let on_abstain: fn(#(#types,)* #root::Abstain)
                            -> ::core::result::Result<#module::Output, #root::Abstain> = #path;
                        on_abstain(#(#parameters,)* abstain)
                    }
                }
            }
        }
        (OnAbstain::Error | OnAbstain::Call, _) => run,
    }
}

fn parameter_types(function: &Function) -> impl Iterator<Item = &Type> {
    function.signature.inputs.iter().filter_map(|parameter| match parameter {
        FnArg::Typed(parameter) => Some(&*parameter.ty),
        FnArg::Receiver(_) => None,
    })
}
