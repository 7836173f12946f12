//! The item below the attribute: a function without a body, or an empty module.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Block, Ident, Item as RustItem, Signature, Token, Visibility};

use crate::message::{Message, codes};

/// The item.
pub(crate) enum Item {
    /// `pub fn read_receipt(text: &str) -> Result<Receipt, Abstain>;`
    Function(Box<Function>),
    /// `pub mod receipt {}`
    Module(Module),
}

/// A function without a body.
pub(crate) struct Function {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) signature: Signature,
}

/// An empty module.
pub(crate) struct Module {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
}

/// Why an item can't be used, and what to put in its place so that nothing else is reported.
pub(crate) struct Refused {
    pub(crate) error: syn::Error,
    pub(crate) instead: TokenStream,
}

/// Reads the item.
pub(crate) fn read(tokens: TokenStream) -> Result<Item, Box<Refused>> {
    if let Ok(function) = syn::parse2::<Written>(tokens.clone()) {
        return match function.body {
            None => Ok(Item::Function(Box::new(function.head))),
            Some(body) => {
                let name = &function.head.signature.ident;
                let error = Message::new(codes::BODY, format!("`{name}` has a body, but its spec says what it does"))
                    .help("write `;` in place of the body")
                    .on(&body);
                Err(Box::new(Refused { error, instead: tokens }))
            }
        };
    }
    match syn::parse2::<RustItem>(tokens.clone()) {
        Ok(RustItem::Mod(module)) => match &module.content {
            Some((_, items)) if items.is_empty() => {
                let syn::ItemMod { attrs: attributes, vis: visibility, ident: name, .. } = module;
                Ok(Item::Module(Module { attributes, visibility, name }))
            }
            _ => {
                let error = Message::new(codes::MODULE, format!("the module `{}` is not empty", module.ident))
                    .note("the attribute fills it with the types and the function of the spec")
                    .help(format!("write `mod {} {{}}` and put what is yours beside it", module.ident))
                    .on(&module.ident);
                Err(Box::new(Refused { error, instead: tokens }))
            }
        },
        Ok(item) => {
            let error = Message::new(codes::ITEM, format!("a spec can't become {}", sort(&item)))
                .help("put the attribute on a function without a body or on an empty module: `mod receipt {}`")
                .on(name(&item));
            Err(Box::new(Refused { error, instead: tokens }))
        }
        Err(error) => Err(Box::new(Refused { error, instead: TokenStream::new() })),
    }
}

/// A function with or without a body.
struct Written {
    head: Function,
    body: Option<Block>,
}

impl Parse for Written {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let head = Function {
            attributes: input.call(Attribute::parse_outer)?,
            visibility: input.parse()?,
            signature: input.parse()?,
        };
        let body = if input.peek(Token![;]) {
            input.parse::<Token![;]>()?;
            None
        } else {
            Some(input.parse()?)
        };
        Ok(Self { head, body })
    }
}

fn sort(item: &RustItem) -> &'static str {
    match item {
        RustItem::Struct(_) => "a struct",
        RustItem::Enum(_) => "an enum",
        RustItem::Trait(_) => "a trait",
        RustItem::Impl(_) => "an impl block",
        RustItem::Const(_) => "a const",
        RustItem::Static(_) => "a static",
        RustItem::Type(_) => "a type alias",
        RustItem::Use(_) => "a use",
        _ => "an item of this sort",
    }
}

/// The part of an item to point at.
fn name(item: &RustItem) -> TokenStream {
    match item {
        RustItem::Struct(item) => item.ident.to_token_stream(),
        RustItem::Enum(item) => item.ident.to_token_stream(),
        RustItem::Trait(item) => item.ident.to_token_stream(),
        RustItem::Const(item) => item.ident.to_token_stream(),
        RustItem::Static(item) => item.ident.to_token_stream(),
        RustItem::Type(item) => item.ident.to_token_stream(),
        RustItem::Impl(item) => item.impl_token.to_token_stream(),
        item => item.to_token_stream(),
    }
}
