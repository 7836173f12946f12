//! A function's signature against what its spec says.

use std::collections::BTreeMap;

use quote::ToTokens as _;
use syn::{FnArg, Ident, Pat, PatType, Path, Signature};

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
    let mut check = Check { signature: &function.signature, found, facts, errors: qualifiers(&function.signature) };
    let parameters = check.parameters();
    let output = check.output();
    check.whole();
    let mut errors = check.errors;
    errors.extend(on_abstain(facts.on_abstain, args.on_abstain.as_ref(), found, function));
    Checked { output, parameters, errors }
}

/// What a compiled function can't be.
pub(crate) fn qualifiers(signature: &Signature) -> Vec<syn::Error> {
    let refuse = |what: &str, tokens: &dyn quote::ToTokens| {
        Message::new(codes::QUALIFIER, format!("a compiled function can't be {what}"))
            .note("it is a plain function of its input: it waits for nothing, is always safe to call and has types of its own")
            .on(tokens.to_token_stream())
    };
    let generics = &signature.generics;
    let safety = signature.safety.to_token_stream();
    let found: [(&str, Option<&dyn quote::ToTokens>); 7] = [
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
    errors: Vec<syn::Error>,
}

impl<'a> Check<'a, '_> {
    fn parameters(&mut self) -> Vec<&'a Ident> {
        let mut missing: BTreeMap<String, String> =
            self.facts.input.iter().map(|input| (input.name.to_string(), types::canonical(&input.ty))).collect();
        let mut unknown = vec![];
        let mut parameters = vec![];
        for parameter in &self.signature.inputs {
            match named(parameter) {
                None => self.errors.push(
                    Message::new(codes::UNKNOWN_PARAMETER, "a parameter must be a name and a type")
                        .note(format!("parameters are matched with the inputs of `{}` by name", self.found.spec))
                        .on(parameter),
                ),
                Some((name, parameter)) => match missing.remove(&name.to_string()) {
                    None => unknown.push(name),
                    Some(expected) => {
                        parameters.push(name);
                        self.parameter_type(name, parameter, &expected);
                    }
                },
            }
        }
        for name in unknown {
            let meant = closest(&name.to_string(), missing.keys().map(String::as_str)).map(str::to_owned);
            let message =
                Message::new(codes::UNKNOWN_PARAMETER, format!("`{name}` is not an input of `{}`", self.found.spec));
            let message = match meant {
                // What was likely meant is not reported as missing as well.
                Some(meant) => {
                    missing.remove(&meant);
                    message.help(format!("did you mean `{meant}`?"))
                }
                None => message,
            };
            self.errors.push(message.at(name.span()));
        }
        // In the order of the spec.
        for input in self.facts.input.iter().filter(|input| missing.contains_key(&input.name.to_string())) {
            let message = format!("the parameter `{}` is missing", input.name);
            self.errors.push(
                Message::new(codes::MISSING_PARAMETER, message)
                    .note(format!("`{}` has an input `{}`", self.found.spec, input.name))
                    .help(format!("add `{}: {}`", input.name, types::canonical(&input.ty)))
                    .at(self.signature.paren_token.span.join()),
            );
        }
        parameters
    }

    fn parameter_type(&mut self, name: &Ident, parameter: &PatType, expected: &str) {
        let written = types::canonical(&parameter.ty);
        if written != expected {
            self.errors.push(
                Message::new(codes::PARAMETER_TYPE, format!("`{name}` must be `{expected}`, not `{written}`"))
                    .note(format!("`{}` says so", self.found.spec))
                    .help(format!("write `{name}: {expected}`"))
                    .on(&parameter.ty),
            );
        }
    }

    /// Compares the return type; gives the name of an output of its own.
    fn output(&mut self) -> Option<&'a Ident> {
        let has_result = self.facts.on_abstain != OnAbstain::Default;
        let expected = self.expected_return();
        let Some(written) = types::returned(&self.signature.output) else {
            let message = Message::new(codes::RETURN_TYPE, format!("the return type `{expected}` is missing"));
            self.errors
                .push(message.help(format!("write `-> {expected}`")).at(self.signature.paren_token.span.close()));
            return None;
        };
        let output = match (has_result, types::result(written)) {
            (true, Some((output, error))) => {
                let error_written = types::canonical(error);
                if error_written != "Abstain" {
                    let message = format!("the error must be `Abstain`, not `{error_written}`");
                    self.errors.push(
                        Message::new(codes::RETURN_TYPE, message)
                            .help(format!("write `{expected}`; `compiled_ai::Abstain` is its path"))
                            .on(error),
                    );
                }
                output
            }
            (false, None) => written,
            (true, None) => {
                let message = format!("the return type must be `{expected}`, not `{}`", types::canonical(written));
                self.errors.push(
                    Message::new(codes::RETURN_TYPE, message).note("a compiled function may abstain").on(written),
                );
                return types::name(written).filter(|name| self.is_free(name));
            }
            (false, Some((output, _))) => {
                let message = format!("the return type must be `{expected}`, not `{}`", types::canonical(written));
                let note = format!("`{}` has an output for when the function abstains (`on_abstain`)", self.found.spec);
                self.errors.push(Message::new(codes::RETURN_TYPE, message).note(note).on(written));
                return types::name(output).filter(|name| self.is_free(name));
            }
        };
        if !self.facts.has_own_output() {
            let expected = types::canonical(&self.facts.output);
            let written = types::canonical(output);
            if written != expected {
                self.errors.push(
                    Message::new(codes::RETURN_TYPE, format!("the output must be `{expected}`, not `{written}`"))
                        .note(format!("`{}` says so", self.found.spec))
                        .on(output),
                );
            }
            return None;
        }
        let name = types::name(output).filter(|name| self.is_free(name));
        if name.is_none() {
            let written = types::canonical(output);
            self.errors.push(
                Message::new(codes::RETURN_TYPE, format!("the output can't be called `{written}`"))
                    .note(format!(
                        "the output of `{}` is a record of its own; it gets the name that is written here",
                        self.found.spec
                    ))
                    .help(format!("write a name that is free, such as `{}`", self.suggested()))
                    .on(output),
            );
        }
        name
    }

    /// The whole signature, once, after the differences.
    fn whole(&mut self) {
        let is_signature = |error: &syn::Error| {
            [codes::UNKNOWN_PARAMETER, codes::MISSING_PARAMETER, codes::PARAMETER_TYPE, codes::RETURN_TYPE]
                .iter()
                .any(|code| error.to_string().contains(code))
        };
        let Some(last) = self.errors.iter().rposition(is_signature) else { return };
        let parameters: Vec<String> =
            self.facts.input.iter().map(|input| format!("{}: {}", input.name, types::canonical(&input.ty))).collect();
        let whole = format!("fn {}({}) -> {};", self.signature.ident, parameters.join(", "), self.expected_return());
        let error = &self.errors[last];
        self.errors[last] =
            syn::Error::new(error.span(), format!("{error}\n  = help: the whole signature is\n          {whole}"));
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

fn named(parameter: &FnArg) -> Option<(&Ident, &PatType)> {
    match parameter {
        FnArg::Receiver(_) => None,
        FnArg::Typed(parameter) => match &*parameter.pat {
            Pat::Ident(pat) if pat.by_ref.is_none() && pat.mutability.is_none() && pat.subpat.is_none() => {
                Some((&pat.ident, parameter))
            }
            _ => None,
        },
    }
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
