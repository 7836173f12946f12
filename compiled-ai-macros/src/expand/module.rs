//! `pub mod receipt {}`

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, error_type, include, no_option, quiet};
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
    let names = ["Input", "OwnedInput", "Output", "Function"].map(|name| quote::format_ident!("{name}"));
    let first = errors.remove(0);
    let (errors, first) = (compile_errors(&errors), error_type(&quote!(Unknown), &first));
    let (quiet, Module { attributes, visibility, name }) = (quiet(), module);
    quote! {
        #errors
        #(#attributes)*
        #quiet
        #visibility mod #name {
            #first
            #(pub type #names = Unknown;)*
            pub const SPEC: &str = "";
            pub fn run(_: Unknown) -> Unknown { loop {} }
        }
    }
}
