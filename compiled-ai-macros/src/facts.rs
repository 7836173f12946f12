//! The forms in which `compiled-ai-build` hands over what it found. `compiled-ai-build/src/facts.rs` writes them.
//!
//! All are Rust tokens, and each begins with `format = <number>;`. That number is [`FORMAT`]; it changes with any change of
//! a form, so that a macro and a build script of different versions say so rather than misread each other.
//!
//! ```text
//! OUT_DIR/compiled-ai/index                 format = 3; specs = ["specs/receipt.yaml"];
//! OUT_DIR/compiled-ai/receipt.facts         what is said below; present where the spec has no errors
//! OUT_DIR/compiled-ai/receipt.rs            the module; present where an artifact is locked that fits the spec
//! OUT_DIR/compiled-ai/receipt.types.rs      the module with nothing behind it; where the spec is right and its lock is not
//! OUT_DIR/compiled-ai/receipt.diagnostics   format = 3; diagnostics = ["…", "…"];  where something is wrong
//! ```
//!
//! Facts:
//!
//! ```text
//! format = 3;
//! spec = "specs/receipt.yaml";
//! about = "Read the key fields of a receipt.";
//! root = ::compiled_ai;
//! input = { text: &str, lines: &[Line], };      the types of the parameters, with bare names
//! output = Output;                              `Output` is a record of its own, anything else is written as it is
//! types = [Line, Flag,];                        the named types beside it
//! on_abstain = error;                           or `default`, or `call`
//! target = rust;                                or `wasm`, or `wasm_ahead` where the component was compiled ahead of time
//! ```

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Ident, LitInt, LitStr, Path, Token, Type, braced, bracketed};

/// The version of the forms.
pub(crate) const FORMAT: u32 = 3;

/// The name of an output that is a record of its own.
pub(crate) const OUTPUT: &str = "Output";

/// What the macro must know of a spec.
pub(crate) struct Facts {
    /// The spec's path, as messages show it.
    pub(crate) spec: String,
    pub(crate) about: String,
    pub(crate) root: Path,
    pub(crate) input: Vec<Input>,
    pub(crate) output: Type,
    pub(crate) types: Vec<Ident>,
    pub(crate) on_abstain: OnAbstain,
    pub(crate) target: Target,
}

/// A field of the input.
pub(crate) struct Input {
    pub(crate) name: Ident,
    pub(crate) ty: Type,
}

/// What happens where the function abstains.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnAbstain {
    Error,
    Default,
    Call,
}

/// What stands behind the function.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Rust,
    /// A component.
    Wasm,
    /// Machine code that was made of a component.
    WasmAhead,
}

/// Why a file can't be read.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// It has another version's form.
    Version(u32),
    /// It is not what this version writes either.
    Malformed(syn::Error),
}

impl Facts {
    /// Whether the output is a record of its own, whose name the user chooses.
    pub(crate) fn has_own_output(&self) -> bool {
        self.output.to_token_stream().to_string() == OUTPUT
    }
}

/// Reads facts.
pub(crate) fn facts(text: &str) -> Result<Facts, Unreadable> {
    read(text, |input| {
        Ok(Facts {
            spec: entry(input, "spec", <LitStr as Parse>::parse)?.value(),
            about: entry(input, "about", <LitStr as Parse>::parse)?.value(),
            root: entry(input, "root", Path::parse)?,
            input: entry(input, "input", |input| {
                let fields;
                braced!(fields in input);
                Ok(Punctuated::<Input, Token![,]>::parse_terminated(&fields)?.into_iter().collect())
            })?,
            output: entry(input, "output", Type::parse)?,
            types: entry(input, "types", items)?,
            on_abstain: entry(input, "on_abstain", |input| {
                let name: Ident = input.parse()?;
                match name.to_string().as_str() {
                    "error" => Ok(OnAbstain::Error),
                    "default" => Ok(OnAbstain::Default),
                    "call" => Ok(OnAbstain::Call),
                    _ => Err(syn::Error::new(name.span(), "expected `error`, `default` or `call`")),
                }
            })?,
            target: entry(input, "target", |input| {
                let name: Ident = input.parse()?;
                match name.to_string().as_str() {
                    "rust" => Ok(Target::Rust),
                    "wasm" => Ok(Target::Wasm),
                    "wasm_ahead" => Ok(Target::WasmAhead),
                    _ => Err(syn::Error::new(name.span(), "expected `rust`, `wasm` or `wasm_ahead`")),
                }
            })?,
        })
    })
}

/// Reads the paths of all specs.
pub(crate) fn index(text: &str) -> Result<Vec<String>, Unreadable> {
    read(text, |input| entry(input, "specs", strings))
}

/// Reads rendered diagnostics.
pub(crate) fn diagnostics(text: &str) -> Result<Vec<String>, Unreadable> {
    read(text, |input| entry(input, "diagnostics", strings))
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.parse()?;
        input.parse::<Token![:]>()?;
        Ok(Self { name, ty: input.parse()? })
    }
}

fn read<T>(text: &str, rest: impl FnOnce(ParseStream<'_>) -> syn::Result<T>) -> Result<T, Unreadable> {
    let mut version = FORMAT;
    let parser = |input: ParseStream<'_>| -> syn::Result<Option<T>> {
        version = entry(input, "format", <LitInt as Parse>::parse)?.base10_parse()?;
        if version != FORMAT {
            input.parse::<TokenStream>()?;
            return Ok(None);
        }
        rest(input).map(Some)
    };
    match parser.parse_str(text) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => Err(Unreadable::Version(version)),
        Err(error) => Err(Unreadable::Malformed(error)),
    }
}

fn entry<T>(
    input: ParseStream<'_>,
    key: &str,
    value: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let found: Ident = input.parse()?;
    if found != key {
        return Err(syn::Error::new(found.span(), format!("expected `{key}`")));
    }
    input.parse::<Token![=]>()?;
    let value = value(input)?;
    input.parse::<Token![;]>()?;
    Ok(value)
}

fn items<T: Parse>(input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    let content;
    bracketed!(content in input);
    Ok(Punctuated::<T, Token![,]>::parse_terminated(&content)?.into_iter().collect())
}

fn strings(input: ParseStream<'_>) -> syn::Result<Vec<String>> {
    Ok(items::<LitStr>(input)?.iter().map(LitStr::value).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_is_told_apart_from_rubbish() {
        assert!(matches!(index("format = 2; whatever { else }"), Err(Unreadable::Version(2))));
        assert!(matches!(index("format = 3; spec = [];"), Err(Unreadable::Malformed(_))));
        assert!(matches!(index(""), Err(Unreadable::Malformed(_))));
        assert_eq!(index("format = 3; specs = [\"a b.yaml\", \"ü.yaml\",];").unwrap(), ["a b.yaml", "ü.yaml"]);
    }

    #[test]
    fn all_facts() {
        let text = r#"
            format = 3; spec = "a/b.yaml"; about = "x"; root = ::my::ai; input = { text: &str, lines: &[Line], };
            output = Vec<Line>; types = [Line,]; on_abstain = call; target = wasm;
        "#;
        let facts = facts(text).unwrap();
        assert_eq!((facts.spec.as_str(), facts.input.len()), ("a/b.yaml", 2));
        assert_eq!(facts.types[0], "Line");
        assert!(facts.on_abstain == OnAbstain::Call && !facts.has_own_output());
        assert!(facts.target == Target::Wasm);
    }
}
