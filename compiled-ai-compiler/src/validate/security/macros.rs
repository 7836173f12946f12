//! Which macros a candidate may call. Their arguments are parsed and walked through like any code.

use compiled_ai_core::codes::gate::{MACRO, MACRO_ARGUMENT};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Expr, Ident, Lit, LitStr, Macro, Pat, Token};

use super::expressions::Role;
use super::format;
use super::gate::{Gate, list};
use super::profile::MacroForm;

/// The arguments of an allowed macro.
pub(super) enum Arguments {
    /// `place, "…", a, name = b`.
    Format { place: Option<Box<Expr>>, text: Option<LitStr>, values: Vec<(Option<Ident>, Expr)> },
    /// `a, b, c`.
    List(Vec<Expr>),
    /// `x; n`.
    Repeat(Box<Expr>, Box<Expr>),
    /// `expression, pattern if guard`.
    Matches(Box<Expr>, Box<Pat>, Option<Box<Expr>>),
    /// Literals.
    Literals(Vec<Lit>),
}

impl Arguments {
    /// Parses what stands between the brackets of `mac`.
    pub(super) fn of(form: MacroForm, mac: &Macro) -> syn::Result<Self> {
        match form {
            MacroForm::Format => mac.parse_body_with(|input: ParseStream| format_arguments(input, false, false)),
            MacroForm::Message => mac.parse_body_with(|input: ParseStream| format_arguments(input, false, true)),
            MacroForm::Write => mac.parse_body_with(|input: ParseStream| format_arguments(input, true, true)),
            MacroForm::List => mac.parse_body_with(list_arguments),
            MacroForm::Matches => mac.parse_body_with(matches_arguments),
            MacroForm::Pattern | MacroForm::Literals => {
                let literals = mac.parse_body_with(Punctuated::<Lit, Token![,]>::parse_terminated)?;
                Ok(Self::Literals(literals.into_iter().collect()))
            }
        }
    }

    /// All expressions, for rewriting.
    pub(super) fn expressions_mut(&mut self) -> Vec<&mut Expr> {
        match self {
            Self::Format { place, values, .. } => {
                place.iter_mut().map(|place| &mut **place).chain(values.iter_mut().map(|(_, value)| value)).collect()
            }
            Self::List(values) => values.iter_mut().collect(),
            Self::Repeat(value, length) => vec![value, length],
            Self::Matches(value, _, guard) => {
                std::iter::once(value).chain(guard.iter_mut()).map(|value| &mut **value).collect()
            }
            Self::Literals(_) => vec![],
        }
    }
}

impl ToTokens for Arguments {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Format { place, text, values } => {
                let mut parts: Vec<TokenStream> = vec![];
                parts.extend(place.iter().map(|place| quote!(#place)));
                parts.extend(text.iter().map(|text| quote!(#text)));
                parts.extend(values.iter().map(|(name, value)| match name {
                    Some(name) => quote!(#name = #value),
                    None => quote!(#value),
                }));
                quote!(#(#parts),*)
            }
            Self::List(values) => quote!(#(#values),*),
            Self::Repeat(value, length) => quote!(#value; #length),
            Self::Matches(value, pattern, None) => quote!(#value, #pattern),
            Self::Matches(value, pattern, Some(guard)) => quote!(#value, #pattern if #guard),
            Self::Literals(literals) => quote!(#(#literals),*),
        });
    }
}

fn format_arguments(input: ParseStream, has_place: bool, may_be_empty: bool) -> syn::Result<Arguments> {
    let mut place = None;
    if has_place {
        place = Some(Box::new(input.parse()?));
        if input.is_empty() {
            return Ok(Arguments::Format { place, text: None, values: vec![] });
        }
        input.parse::<Token![,]>()?;
    }
    if input.is_empty() && may_be_empty {
        return Ok(Arguments::Format { place, text: None, values: vec![] });
    }
    let text = Some(input.parse::<LitStr>()?);
    let mut values = vec![];
    while !input.is_empty() {
        input.parse::<Token![,]>()?;
        if input.is_empty() {
            break;
        }
        let name = if input.peek(Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]) {
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        values.push((name, input.parse()?));
    }
    Ok(Arguments::Format { place, text, values })
}

fn list_arguments(input: ParseStream) -> syn::Result<Arguments> {
    if input.is_empty() {
        return Ok(Arguments::List(vec![]));
    }
    let first: Expr = input.parse()?;
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
        return Ok(Arguments::Repeat(Box::new(first), Box::new(input.parse()?)));
    }
    let mut values = vec![first];
    while !input.is_empty() {
        input.parse::<Token![,]>()?;
        if !input.is_empty() {
            values.push(input.parse()?);
        }
    }
    Ok(Arguments::List(values))
}

fn matches_arguments(input: ParseStream) -> syn::Result<Arguments> {
    let value = input.parse()?;
    input.parse::<Token![,]>()?;
    let pattern = Pat::parse_multi_with_leading_vert(input)?;
    let mut guard = None;
    if input.peek(Token![if]) {
        input.parse::<Token![if]>()?;
        guard = Some(Box::new(Expr::parse(input)?));
    }
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok(Arguments::Matches(Box::new(value), Box::new(pattern), guard))
}

impl Gate<'_> {
    /// A macro call anywhere.
    pub(super) fn macro_call(&mut self, mac: &Macro) {
        let segments: Vec<String> = mac.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let name = segments.last().map(String::as_str).unwrap_or_default();
        let Some(form) = self.profile.form_of(&mac.path) else { return self.refuse_macro(mac, name) };
        match Arguments::of(form, mac) {
            Ok(arguments) => self.macro_arguments(form, &arguments, mac),
            Err(error) => {
                let help = format!("write `{name}!` with plain arguments: {error}");
                self.add(
                    MACRO_ARGUMENT,
                    Some(94),
                    error.span(),
                    format!("the arguments of `{name}!` do not parse"),
                    help,
                );
            }
        }
    }

    fn refuse_macro(&mut self, mac: &Macro, name: &str) {
        let at = mac.path.span();
        if mac.path.segments.len() > 1 && self.profile.macro_form(name).is_some() {
            let help = format!("write `{name}!` without a path");
            return self.add(MACRO, None, at, format!("`{name}!` with a path"), help);
        }
        match self.profile.refused_macro(name) {
            Some(refused) => self.refusals.known(MACRO, at, &format!("`{name}!`"), refused),
            None => {
                let help = format!("only {} may be used", list(self.profile.macros.values().flatten()));
                self.add(MACRO, Some(94), at, format!("`{name}!` is not allowed"), help);
            }
        }
    }

    fn macro_arguments(&mut self, form: MacroForm, arguments: &Arguments, mac: &Macro) {
        match arguments {
            Arguments::Format { place, text, values } => {
                if let Some(place) = place {
                    self.expr(place);
                    self.findings.writes = true;
                }
                let names: Vec<String> = values.iter().flat_map(|(name, _)| name).map(Ident::to_string).collect();
                if let Some(text) = text {
                    self.format_text(text, &names);
                }
                values.iter().for_each(|(_, value)| self.expr(value));
            }
            Arguments::List(values) => values.iter().for_each(|value| self.one_of_several(value)),
            Arguments::Repeat(value, length) => {
                self.expr(value);
                self.expr(length);
            }
            Arguments::Matches(value, pattern, guard) => {
                self.expr_as(value, Role::Other);
                self.scopes.push();
                self.pattern(pattern);
                guard.iter().for_each(|guard| self.expr(guard));
                self.scopes.pop();
            }
            Arguments::Literals(literals) => {
                literals.iter().for_each(|literal| self.literal(literal));
                if form == MacroForm::Pattern {
                    self.regex_pattern(literals, mac);
                }
            }
        }
    }

    fn format_text(&mut self, text: &LitStr, names: &[String]) {
        let at = text.span();
        if !text.suffix().is_empty() {
            self.add(MACRO_ARGUMENT, None, at, "a format string with a suffix", "leave the suffix away");
        }
        match format::parse(&text.value()) {
            Ok(placeholders) => {
                for placeholder in placeholders {
                    if placeholder.is_pointer {
                        let help = "`{}` or `{:?}`";
                        self.add(MACRO_ARGUMENT, Some(497), at, "`{:p}` shows a memory address", help);
                    }
                    for name in placeholder.names.iter().filter(|name| !names.contains(name)) {
                        self.inline_argument(name, at);
                    }
                }
            }
            Err(problem) => {
                let help = "`{}`, `{:?}`, `{name}`, `{:>8}`, `{:.2}`; `{{` for a brace";
                self.add(MACRO_ARGUMENT, None, at, format!("the format string does not parse: {problem}"), help);
            }
        }
    }

    fn regex_pattern(&mut self, literals: &[Lit], mac: &Macro) {
        let [Lit::Str(pattern)] = literals else {
            let help = "`regex!(r\"…\")` with one string literal";
            return self.add(MACRO_ARGUMENT, Some(1333), mac.span(), "`regex!` takes one literal", help);
        };
        let text = pattern.value();
        let limit = self.profile.limits.regex_chars;
        if text.chars().count() > limit {
            let message = format!("a regular expression of more than {limit} characters");
            self.add(
                MACRO_ARGUMENT,
                Some(1333),
                pattern.span(),
                message,
                "a `const` array of words and `contains_any_ci`",
            );
        }
        if let Some(problem) = format::regex_problem(&text) {
            let help = "match more and check the surroundings in code; captures give the parts";
            self.add(MACRO_ARGUMENT, None, pattern.span(), format!("`regex!` knows no {problem}"), help);
        }
    }
}
