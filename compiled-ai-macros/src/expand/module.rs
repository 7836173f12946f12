//! `pub mod receipt {}`

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{docs, error_alias, include, no_option, quiet};
use crate::args::Args;
use crate::facts::Facts;
use crate::item::Module;
use crate::message::compile_errors;
use crate::out_dir::Found;

/// The module as it was generated, and every error.
pub(super) fn expand(
    module: &Module,
    args: &Args,
    found: &Found,
    facts: &Facts,
    mut errors: Vec<syn::Error>,
) -> TokenStream {
    errors.extend(args.on_abstain.as_ref().map(no_option));
    let errors = compile_errors(&errors);
    let (quiet, include, docs) = (quiet(), include(found), docs(&module.attributes, facts));
    let Module { attributes, visibility, name } = module;
    quote! {
        #errors
        #docs
        #(#attributes)*
        #quiet
        #visibility mod #name { #include }
    }
}

/// The errors, and a module whose usual names can be used without a further report.
pub(super) fn unknown(module: &Module, mut errors: Vec<syn::Error>) -> TokenStream {
    let unknown = format_ident!("Unknown");
    let alias = error_alias(&syn::parse_quote!(pub), &unknown, &errors.remove(0));
    let names = ["Input", "OwnedInput", "Output", "Function"].map(|name| format_ident!("{name}"));
    let (quiet, errors, Module { attributes, visibility, name }) = (quiet(), compile_errors(&errors), module);
    quote! {
        #errors
        #(#attributes)*
        #quiet
        #visibility mod #name {
            #alias
            #(pub type #names = #unknown;)*
            pub const SPEC: &str = "";
            pub fn run(_: #unknown) -> #unknown { loop {} }
        }
    }
}
