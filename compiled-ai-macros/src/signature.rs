//! A function's signature against what its spec says.

use std::collections::BTreeMap;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{FnArg, Ident, Pat, PatType, Path, Signature, Type};

use crate::args::Args;
use crate::facts::{Facts, OUTPUT, OnAbstain};
use crate::item::Function;
use crate::message::{Message, codes};
use crate::out_dir::Found;
use crate::similar::closest;
use crate::types;

/// A signature that was compared with its spec.
pub(crate) struct Checked<'a> {
    /// The name that the user gives the output, if it is a record of its own.
    pub(crate) output: Option<&'a Ident>,
    /// The function's parameters, in the order written.
    pub(crate) parameters: Vec<&'a Ident>,
    /// Every difference.
    pub(crate) errors: Vec<syn::Error>,
}

/// Compares a signature with the facts of its spec.
pub(crate) fn check<'a>(function: &'a Function, args: &Args, found: &Found, facts: &Facts) -> Checked<'a> {
    let mut check = Check { signature: &function.signature, found, facts, differences: vec![] };
    let parameters = check.parameters();
    let output = check.output();
    let mut errors = qualifiers(&function.signature);
    errors.extend(check.errors());
    errors.extend(on_abstain(facts.on_abstain, args.on_abstain.as_ref(), found, function));
    Checked { output, parameters, errors }
}

/// What a compiled function can't be.
pub(crate) fn qualifiers(signature: &Signature) -> Vec<syn::Error> {
    let refuse = |what: &str, tokens: &dyn ToTokens| {
        Message::new(codes::QUALIFIER, format!("a compiled function can't be {what}"))
            .note("it is a plain function of its input: it waits for nothing, is always safe to call and has types of its own")
            .on(tokens.to_token_stream())
    };
    let generics = &signature.generics;
    let safety = signature.safety.to_token_stream();
    let found: [(&str, Option<&dyn ToTokens>); 7] = [
        ("`const`", signature.constness.as_ref().map(|token| token as _)),
        ("`async`", signature.asyncness.as_ref().map(|token| token as _)),
        ("`unsafe` or `safe`", (!safety.is_empty()).then_some(&safety as _)),
        ("`extern`", signature.abi.as_ref().map(|token| token as _)),
        ("generic", (!generics.params.is_empty()).then_some(&generics.params as _)),
        ("bound by a `where` clause", generics.where_clause.as_ref().map(|token| token as _)),
        ("variadic", signature.variadic.as_ref().map(|token| token as _)),
    ];
    found.iter().filter_map(|(what, tokens)| tokens.map(|tokens| refuse(what, tokens))).collect()
}

struct Check<'a, 'b> {
    signature: &'a Signature,
    found: &'b Found,
    facts: &'b Facts,
    differences: Vec<(Message, TokenStream)>,
}

impl<'a> Check<'a, '_> {
    fn parameters(&mut self) -> Vec<&'a Ident> {
        let mut missing: BTreeMap<String, String> =
            self.facts.input.iter().map(|input| (input.name.to_string(), types::canonical(&input.ty))).collect();
        let mut unknown = vec![];
        let mut parameters = vec![];
        for parameter in &self.signature.inputs {
            let Some((name, typed)) = named(parameter) else {
                self.no_name(parameter);
                continue;
            };
            let Some(expected) = missing.remove(&name.to_string()) else {
                unknown.push(name);
                continue;
            };
            parameters.push(name);
            let written = types::canonical(&typed.ty);
            if is_plain(typed) && written != expected {
                let message = format!("`{name}` must be `{expected}`, not `{written}`");
                self.differ(Message::new(codes::PARAMETER_TYPE, message), &typed.ty);
            }
            if !is_plain(typed) {
                self.no_name(parameter);
            }
        }
        for name in unknown {
            let message = format!("`{name}` is not an input of `{}`", self.found.spec);
            let mut message = Message::new(codes::UNKNOWN_PARAMETER, message);
            // What was likely meant is not reported as missing as well.
            if let Some(meant) = closest(&name.to_string(), missing.keys().map(String::as_str)).map(str::to_owned) {
                missing.remove(&meant);
                message = message.help(format!("did you mean `{meant}`?"));
            }
            self.differ(message, name);
        }
        // In the order of the spec.
        for input in self.facts.input.iter().filter(|input| missing.contains_key(&input.name.to_string())) {
            let message = format!("the parameter `{}` is missing", input.name);
            let message = Message::new(codes::MISSING_PARAMETER, message)
                .note(format!("`{}` has an input `{}`", self.found.spec, input.name))
                .help(format!("add `{}: {}`", input.name, types::canonical(&input.ty)));
            self.differ(message, place(self.signature.paren_token.span.join()));
        }
        parameters
    }

    fn no_name(&mut self, parameter: &FnArg) {
        let message = Message::new(codes::UNKNOWN_PARAMETER, "a parameter must be a name and a type")
            .note(format!("parameters are matched with the inputs of `{}` by name", self.found.spec));
        self.differ(message, parameter);
    }

    /// Compares the return type; gives the name of an output of its own.
    fn output(&mut self) -> Option<&'a Ident> {
        let expected = self.expected_return();
        let Some(written) = types::returned(&self.signature.output) else {
            let message = Message::new(codes::RETURN_TYPE, format!("the return type `{expected}` is missing"));
            self.differ(message, place(self.signature.paren_token.span.close()));
            return None;
        };
        let may_abstain = self.facts.on_abstain != OnAbstain::Default;
        let output = match types::result(written) {
            Some((output, error)) if may_abstain => {
                let error_written = types::canonical(error);
                if error_written != "Abstain" {
                    let message = format!("the error must be `Abstain`, not `{error_written}`");
                    let message = Message::new(codes::RETURN_TYPE, message).note("its path is `compiled_ai::Abstain`");
                    self.differ(message, error);
                }
                output
            }
            None if !may_abstain => written,
            result => {
                let message = format!("the return type must be `{expected}`, not `{}`", types::canonical(written));
                let why = match may_abstain {
                    true => "a compiled function may abstain".to_owned(),
                    false => format!("`{}` says what it returns instead of abstaining", self.found.spec),
                };
                self.differ(Message::new(codes::RETURN_TYPE, message).note(why), written);
                let output = result.map_or(written, |(output, _)| output);
                return types::name(output).filter(|name| self.facts.has_own_output() && self.is_free(name));
            }
        };
        if self.facts.has_own_output() { self.own_output(output) } else { self.known_output(output) }
    }

    /// The output is a record of its own, which gets the name that is written.
    fn own_output(&mut self, output: &'a Type) -> Option<&'a Ident> {
        let name = types::name(output).filter(|name| self.is_free(name));
        if name.is_none() {
            let written = types::canonical(output);
            let is_path = matches!(syn::parse_str(&written), Ok(name) if self.is_free(&name));
            let message = match is_path {
                true => format!("the output must be a name alone, such as `{written}`"),
                false => format!("the output can't be called `{written}`"),
            };
            let what =
                format!("the output of `{}` is a record of its own; it gets the name written here", self.found.spec);
            self.differ(Message::new(codes::RETURN_TYPE, message).note(what), output);
        }
        name
    }

    /// The output is a type that the spec names.
    fn known_output(&mut self, output: &Type) -> Option<&'a Ident> {
        let expected = types::canonical(&self.facts.output);
        let written = types::canonical(output);
        if written != expected {
            let message = format!("the output must be `{expected}`, not `{written}`");
            let note = format!("`{}` says so", self.found.spec);
            self.differ(Message::new(codes::RETURN_TYPE, message).note(note), output);
        }
        None
    }

    fn differ(&mut self, message: Message, at: impl ToTokens) {
        self.differences.push((message, at.to_token_stream()));
    }

    /// One error per difference; the last one shows the whole signature.
    fn errors(mut self) -> Vec<syn::Error> {
        let parameters: Vec<String> =
            self.facts.input.iter().map(|input| format!("{}: {}", input.name, types::canonical(&input.ty))).collect();
        let name = &self.signature.ident;
        let whole = format!("fn {name}({}) -> {};", parameters.join(", "), self.expected_return());
        if let Some((message, at)) = self.differences.pop() {
            self.differences.push((message.help(format!("the whole signature is\n{whole}")), at));
        }
        self.differences.into_iter().map(|(message, at)| message.on(at)).collect()
    }

    fn expected_return(&self) -> String {
        let output = match self.facts.has_own_output() {
            false => types::canonical(&self.facts.output),
            true => types::returned(&self.signature.output)
                .and_then(|written| types::name(types::result(written).map_or(written, |(output, _)| output)))
                .filter(|name| self.is_free(name))
                .map_or_else(|| self.suggested(), Ident::to_string),
        };
        match self.facts.on_abstain {
            OnAbstain::Default => output,
            OnAbstain::Error | OnAbstain::Call => format!("Result<{output}, Abstain>"),
        }
    }

    /// A name for the output that is free: the spec's file name, or `Output`.
    fn suggested(&self) -> String {
        let name = types::camel_case(&self.found.stem);
        let is_name = syn::parse_str::<Ident>(&name).is_ok_and(|name| self.is_free(&name));
        if is_name { name } else { OUTPUT.to_owned() }
    }

    fn is_free(&self, name: &Ident) -> bool {
        !types::is_taken(&name.to_string()) && !self.facts.types.contains(name)
    }
}

/// A token for a place that has no token of its own to point at.
fn place(span: Span) -> Ident {
    Ident::new("_place", span)
}

fn named(parameter: &FnArg) -> Option<(&Ident, &PatType)> {
    match parameter {
        FnArg::Receiver(_) => None,
        FnArg::Typed(parameter) => match &*parameter.pat {
            Pat::Ident(pattern) => Some((&pattern.ident, parameter)),
            _ => None,
        },
    }
}

fn is_plain(parameter: &PatType) -> bool {
    matches!(&*parameter.pat, Pat::Ident(pattern)
        if pattern.by_ref.is_none() && pattern.mutability.is_none() && pattern.subpat.is_none())
}

fn on_abstain(spec: OnAbstain, written: Option<&Path>, found: &Found, function: &Function) -> Option<syn::Error> {
    match (spec, written) {
        (OnAbstain::Call, None) => Some(
            Message::new(
                codes::ON_ABSTAIN,
                format!("`{}` says `on_abstain: call`, but nothing says what to call", found.spec),
            )
            .help(format!(
                "write `#[compiled_ai::spec(\"{}\", on_abstain = path::of::a_function)]`\n\
                     the function takes the parameters of `{}`, then an `Abstain`, and returns what `{1}` returns",
                found.spec.rsplit('/').next().unwrap_or_default(),
                function.signature.ident,
            ))
            .at(function.signature.ident.span()),
        ),
        (OnAbstain::Error | OnAbstain::Default, Some(path)) => Some(
            Message::new(codes::ON_ABSTAIN, format!("`{}` does not say `on_abstain: call`", found.spec))
                .help("write `on_abstain: call` in the spec, or leave the option out")
                .on(path),
        ),
        (OnAbstain::Call, Some(_)) | (_, None) => None,
    }
}
