//! `dyn`: values whose methods are found when the code runs.
//!
//! What makes `dyn` a hole in safe Rust needs more than it: an associated type together with an implementation for all types
//! (rust-lang/rust#57893), or a supertrait with a lifetime (#84591). Neither can be written. Nothing shows or compares such a
//! value unless its trait says how, so that no address comes out of it.
//!
//! A function behind `dyn Fn` forgets what its parameter types promised of each other's lifetimes (#25860). So no such type may
//! promise anything: each parameter holds no lifetime but that of its own reference, and a result borrows from one parameter
//! alone; or one parameter alone holds lifetimes, and the result none.

use compiled_ai_core::codes::gate::TYPE;
use syn::spanned::Spanned as _;
use syn::{
    GenericArgument, ParenthesizedGenericArguments, PathArguments, ReturnType, Type, TypeParamBound, TypeTraitObject,
};

use super::gate::{Gate, list};
use super::paths::Target;
use super::types::Held;

impl Gate<'_> {
    /// `dyn Trait`, `dyn Fn(A) -> B`.
    pub(super) fn trait_object(&mut self, object: &TypeTraitObject) {
        // They promise what holds of all that a candidate can make, or the compiler refuses it.
        let is_marker = |bound: &&TypeParamBound| matches!(bound, TypeParamBound::Trait(bound) if bound.path.is_ident("Send") || bound.path.is_ident("Sync"));
        let (traits, lifetimes): (Vec<_>, Vec<_>) = object
            .bounds
            .iter()
            .filter(|bound| !is_marker(bound))
            .partition(|bound| matches!(bound, TypeParamBound::Trait(_)));
        let [TypeParamBound::Trait(bound)] = traits[..] else {
            let help = "one trait after `dyn`";
            return self.add(TYPE, Some(704), object.span(), "this kind of `dyn` is not allowed", help);
        };
        if object.dyn_token.is_none() || !lifetimes.iter().all(|bound| matches!(bound, TypeParamBound::Lifetime(_))) {
            return self.add(TYPE, Some(704), object.span(), "this kind of `dyn` is not allowed", "`dyn Trait`");
        }
        self.bounds([traits[0]]);
        if bound.lifetimes.is_some() || bound.maybe.is_some() {
            return;
        }
        let last = bound.path.segments.last();
        if let Some(PathArguments::Parenthesized(arguments)) = last.map(|segment| &segment.arguments)
            && !self.is_plain_call(arguments)
        {
            let help = "parameters without lifetimes of their own, such as `&str`, `&[T]` and numbers; a closure, or an enum and `match`";
            self.add(TYPE, Some(704), bound.span(), "a function value with such parameters is not allowed", help);
        }
        let Some(name) = last.map(|segment| segment.ident.to_string()) else { return };
        if !self.is_dynamic(&name) {
            let help = format!(
                "`impl Trait`, or an enum; only your own traits without associated types and {} may stand there",
                list(&self.profile.dynamic.traits)
            );
            self.add(TYPE, Some(704), object.span(), format!("`dyn {name}` is not allowed"), help);
        }
    }

    fn is_dynamic(&self, name: &str) -> bool {
        match self.own.traits.get(name) {
            Some(own) => own.types.is_empty(),
            None => self.profile.dynamic.traits.contains(name),
        }
    }

    /// What an own trait may ask for after its colon.
    pub(super) fn supertrait(&mut self, bound: &TypeParamBound) {
        let plain = match bound {
            TypeParamBound::Trait(bound) if bound.lifetimes.is_none() && bound.maybe.is_none() => Some(&bound.path),
            _ => None,
        };
        let is_plain = plain.is_some_and(|path| path.segments.iter().all(|segment| segment.arguments.is_none()));
        let target = plain.filter(|_| is_plain).and_then(|path| self.type_path(path, true));
        let allowed = match &target {
            Some(Target::Trait(name)) => {
                self.own.traits.contains_key(name) || self.profile.dynamic.supertraits.contains(name)
            }
            // Refused already.
            None if is_plain => return,
            _ => false,
        };
        if !allowed {
            let help = format!("only your own traits and {}", list(&self.profile.dynamic.supertraits));
            self.add(TYPE, Some(119), bound.span(), "this may not stand after the colon of a trait", help);
        }
    }

    /// Whether the parameters and the result of a function type promise nothing of each other.
    fn is_plain_call(&self, arguments: &ParenthesizedGenericArguments) -> bool {
        let held = |ty: &Type| {
            let mut held = Held::default();
            held.look(self, ty);
            held
        };
        let is_free = |ty: &Type| {
            let held = held(ty);
            !held.named && !held.elided && !held.own
        };
        let is_simple = |ty: &Type| match ty {
            Type::Reference(reference) => reference.lifetime.is_none() && is_free(&reference.elem) || is_free(ty),
            ty => is_free(ty),
        };
        let inputs = || arguments.inputs.iter().map(|input| &input.ty);
        let output = match &arguments.output {
            ReturnType::Type(_, output) => Some(&**output),
            ReturnType::Default => None,
        };
        let is_owned = output.is_none_or(is_free);
        let alone = inputs().filter(|ty| !is_free(ty)).count() <= 1;
        let promises = inputs().map(&held).any(|held| held.named || held.own);
        inputs().all(is_simple)
            && (is_owned || output.is_some_and(is_simple) || alone && output.is_some_and(|ty| !held(ty).named))
            || alone && is_owned && !promises
    }
}

/// Whether a type is `&dyn Trait`, `Box<dyn Trait>` or `&[T]`, to which a value comes by itself wherever such a type is written.
pub(super) fn is_coerced_to(ty: &Type) -> bool {
    match ty {
        Type::Paren(inner) => is_coerced_to(&inner.elem),
        Type::Reference(reference) => {
            let behind = match &*reference.elem {
                Type::Paren(inner) => &*inner.elem,
                elem => elem,
            };
            reference.mutability.is_none() && matches!(behind, Type::TraitObject(_) | Type::Slice(_))
        }
        Type::Path(path) => path.path.segments.last().is_some_and(|last| {
            let PathArguments::AngleBracketed(arguments) = &last.arguments else { return false };
            last.ident == "Box" && matches!(arguments.args.first(), Some(GenericArgument::Type(Type::TraitObject(_))))
        }),
        _ => false,
    }
}
