//! Signatures and generics: where lifetimes could be made to lie.
//!
//! `forbid(unsafe_code)` is no memory boundary. A function whose parameter types promise that one lifetime outlives another
//! (`&'x S<'a>` promises `'a: 'x`) can be turned into a function pointer, whose variance forgets the tie
//! (rust-lang/rust#25860). It needs no written pointer type: two functions in one array are enough. So no signature may make
//! use of such a promise: one lifetime at most, and a result that borrows from one parameter alone.

use compiled_ai_core::codes::gate::{ENTRY, GENERICS, ITEM, TYPE, UNSAFE};
use syn::spanned::Spanned as _;
use syn::{
    Block, FnArg, GenericParam, Generics, Receiver, ReceiverKind, ReturnType, Safety, Signature, Type, WherePredicate,
};

use super::gate::{Gate, Kind};
use super::scope::TypeName;
use super::types::Held;

impl Gate<'_> {
    /// A function or method.
    pub(super) fn function(&mut self, signature: &Signature, block: &Block) {
        self.modifiers(signature);
        self.scopes.push_function();
        self.generics(&signature.generics, true);
        self.lifetimes(&signature.generics, types_of(signature));
        for input in &signature.inputs {
            match input {
                FnArg::Receiver(receiver) => self.receiver(receiver),
                FnArg::Typed(argument) => {
                    self.attributes(&argument.attrs);
                    self.ty(&argument.ty);
                    self.pattern(&argument.pat);
                }
            }
        }
        if let ReturnType::Type(_, output) = &signature.output {
            self.ty(output);
        }
        self.borrowed_result(signature);
        self.block(block);
        self.scopes.pop();
    }

    fn modifiers(&mut self, signature: &Signature) {
        let at = signature.fn_token.span;
        if signature.asyncness.is_some() {
            self.add(ITEM, None, at, "`async` is not allowed", "a plain function");
        }
        if !matches!(signature.safety, Safety::Default) {
            self.add(UNSAFE, Some(119), at, "`unsafe` is not allowed", "a plain function");
        }
        if signature.abi.is_some() {
            self.add(UNSAFE, Some(111), at, "`extern` is not allowed", "a plain function");
        }
        if let Some(variadic) = &signature.variadic {
            self.add(UNSAFE, Some(111), variadic.span(), "a variable number of arguments is not allowed", "a slice");
        }
        if signature.constness.is_some() && signature.ident == "run" {
            self.add(ENTRY, None, at, "`run` is no `const fn`", "leave `const` away");
        }
    }

    fn receiver(&mut self, receiver: &Receiver) {
        self.attributes(&receiver.attrs);
        self.scopes.bind_variable("self");
        let is_plain = match &receiver.kind {
            ReceiverKind::Value => true,
            ReceiverKind::Reference(_, lifetime, _) => {
                lifetime.as_ref().is_none_or(|lifetime| lifetime.ident != "static")
            }
            _ => false,
        };
        if !is_plain {
            self.add(
                TYPE,
                None,
                receiver.span(),
                "this kind of `self` is not allowed",
                "`self`, `&self` or `&mut self`",
            );
        }
    }

    /// Type parameters, lifetimes and bounds of a function, an impl or an alias; they come into scope.
    pub(super) fn generics(&mut self, generics: &Generics, allow_bounds: bool) {
        for param in &generics.params {
            match param {
                GenericParam::Type(param) => {
                    self.attributes(&param.attrs);
                    self.item_name(&param.ident, Kind::Parameter);
                    self.scopes.bind_type(&param.ident.to_string(), TypeName::Parameter);
                    if let Some((_, default)) = &param.default {
                        self.add(
                            GENERICS,
                            None,
                            default.span(),
                            "a default type is not allowed",
                            "write the type where it is used",
                        );
                    }
                }
                GenericParam::Lifetime(param) => {
                    self.attributes(&param.attrs);
                }
                GenericParam::Const(param) => {
                    self.add(
                        GENERICS,
                        None,
                        param.span(),
                        "a const parameter is not allowed",
                        "a slice instead of an array",
                    );
                }
            }
        }
        for param in generics.type_params() {
            self.bounds(&param.bounds);
        }
        for predicate in generics.where_clause.iter().flat_map(|clause| &clause.predicates) {
            match predicate {
                WherePredicate::Type(predicate) if allow_bounds && predicate.lifetimes.is_none() => {
                    self.attributes(&predicate.attrs);
                    // `where Self: Sized`.
                    let is_sized = |bound: &syn::TypeParamBound| matches!(bound, syn::TypeParamBound::Trait(bound) if bound.path.is_ident("Sized"));
                    let is_self = matches!(&predicate.bounded_ty, Type::Path(path) if path.path.is_ident("Self"));
                    let is_known = is_self && predicate.bounds.iter().all(is_sized);
                    if !(is_known || self.is_parameter(&predicate.bounded_ty)) {
                        let help = "a bound on a type parameter";
                        self.add(GENERICS, Some(119), predicate.span(), "this `where` is not allowed", help);
                    }
                    self.bounds(&predicate.bounds);
                }
                _ => self.add(
                    GENERICS,
                    Some(119),
                    predicate.span(),
                    "this `where` is not allowed",
                    "a bound on a type parameter",
                ),
            }
        }
    }

    /// One lifetime alone, or several that are apart: no type among `types`, in which they stand, holds two. Then no type promises
    /// that one of them outlives another. What `'b: 'a` says is checked wherever the function goes.
    pub(super) fn lifetimes<'t>(&mut self, generics: &Generics, types: impl IntoIterator<Item = &'t Type>) {
        let own = usize::from(self.self_type.as_ref().is_some_and(|own| own.has_lifetime));
        let bounds = generics.lifetimes().find(|param| !param.bounds.is_empty());
        if bounds.is_none() && generics.lifetimes().count() + own <= 1 {
            return;
        }
        let mut types = types.into_iter().peekable();
        let is_static = |param: &syn::LifetimeParam| param.bounds.iter().any(|bound| bound.ident == "static");
        let is_named = !generics.lifetimes().any(is_static);
        let are_apart = own == 0 && is_named && types.peek().is_some() && types.all(|ty| self.lifetimes_in(ty) <= 1);
        if are_apart {
            return;
        }
        match bounds {
            Some(param) => {
                let help = "one lifetime is enough: leave the bound away";
                self.add(GENERICS, Some(119), param.span(), "a bound on a lifetime is not allowed", help);
            }
            None => {
                let help = "use one lifetime, or return owned values (`String`)";
                self.add(GENERICS, Some(119), generics.params.span(), "more than one lifetime", help);
            }
        }
    }

    /// The generics of a struct or enum. One with a lifetime and a type parameter would promise something about the two.
    pub(super) fn data_generics(&mut self, generics: &Generics) {
        self.generics(generics, true);
        self.lifetimes(generics, []);
        let has_types = generics.type_params().next().is_some();
        if has_types && generics.lifetimes().next().is_some() {
            let help = "write the type out, or make the field an owned one";
            self.add(GENERICS, Some(119), generics.params.span(), "a lifetime beside a type parameter", help);
        }
        let is_plain = |bound: &syn::TypeParamBound| matches!(bound, syn::TypeParamBound::Trait(bound) if bound.lifetimes.is_none() && bound.maybe.is_none());
        if generics.type_params().any(|param| !param.bounds.iter().all(is_plain)) {
            self.add(
                GENERICS,
                None,
                generics.params.span(),
                "this bound on a struct is not allowed",
                "put it on the function",
            );
        }
    }

    fn is_parameter(&self, ty: &Type) -> bool {
        match ty {
            Type::Path(path) => path
                .path
                .get_ident()
                .is_some_and(|name| matches!(self.scopes.ty(&name.to_string()), Some(TypeName::Parameter))),
            _ => false,
        }
    }

    /// A result that borrows with an unwritten lifetime takes it from one parameter. No other one may hold a named lifetime
    /// or `Self`'s: by the promise `'a: 'x` that the first one's type makes, the result could be made of the other one.
    fn borrowed_result(&mut self, signature: &Signature) {
        let ReturnType::Type(_, output) = &signature.output else { return };
        let mut result = Held::default();
        result.look(self, output);
        if !result.elided {
            return;
        }
        let mut has_provider = false;
        for input in &signature.inputs {
            let (held, is_receiver) = match input {
                FnArg::Receiver(receiver) => {
                    let held = Held { elided: true, own: true, ..Held::default() };
                    (held, matches!(receiver.kind, ReceiverKind::Reference(..)))
                }
                FnArg::Typed(argument) => {
                    let mut held = Held::default();
                    held.look(self, &argument.ty);
                    (held, false)
                }
            };
            let is_provider = !has_provider && (is_receiver || held.elided && !self.has_reference_receiver(signature));
            has_provider |= is_provider;
            if !is_provider && (held.named || held.own && self.self_type.as_ref().is_some_and(|own| own.has_lifetime)) {
                let at = match input {
                    FnArg::Receiver(receiver) => receiver.span(),
                    FnArg::Typed(argument) => argument.ty.span(),
                };
                let help = "name the lifetime in the result (`-> &'a str`), or return an owned value";
                self.add(GENERICS, Some(119), at, "the result borrows, and it is not clear from which parameter", help);
            }
        }
    }

    fn has_reference_receiver(&self, signature: &Signature) -> bool {
        matches!(signature.inputs.first(), Some(FnArg::Receiver(Receiver { kind: ReceiverKind::Reference(..), .. })))
    }
}

/// The types of the parameters and of the result.
fn types_of(signature: &Signature) -> impl Iterator<Item = &Type> {
    let output = match &signature.output {
        ReturnType::Type(_, output) => Some(&**output),
        ReturnType::Default => None,
    };
    let inputs = signature.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(argument) => Some(&*argument.ty),
        FnArg::Receiver(_) => None,
    });
    inputs.chain(output)
}
