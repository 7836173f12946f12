//! Which types a candidate may write.

use std::collections::BTreeSet;

use compiled_ai_core::codes::gate::{GENERICS, TYPE, UNSAFE};
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{
    AngleBracketedGenericArguments, GenericArgument, Lifetime, ParenthesizedGenericArguments, ReturnType, TraitBound,
    Type, TypeParamBound,
};

use super::gate::Gate;

impl Gate<'_> {
    /// A written type.
    pub(super) fn ty(&mut self, ty: &Type) {
        if depth(ty) > self.profile.limits.type_depth {
            let message = format!("a type that is nested more than {} deep", self.profile.limits.type_depth);
            return self.add(TYPE, Some(674), ty.span(), message, "give the inner type a struct of its own");
        }
        let refused = self.refusals.len();
        self.ty_within(ty);
        let limit = self.profile.limits.type_weight;
        if self.refusals.len() == refused && self.own.weight(ty) > limit {
            let message = format!("a type that holds more than {limit} values");
            self.add(TYPE, Some(770), ty.span(), message, "a `Vec` that grows as needed");
        }
    }

    fn ty_within(&mut self, ty: &Type) {
        // More is not said.
        if self.refusals.is_full() {
            return;
        }
        self.attributes(attributes(ty));
        match ty {
            Type::Array(array) => {
                self.ty_within(&array.elem);
                self.array_type(array);
            }
            Type::Group(group) => self.ty_within(&group.elem),
            Type::Paren(paren) => self.ty_within(&paren.elem),
            Type::Slice(slice) => self.ty_within(&slice.elem),
            Type::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.ty_within(elem)),
            Type::Infer(_) => {}
            Type::Never(_) => {}
            Type::Path(path) => {
                if let Some(qself) = &path.qself {
                    let help = "write the method call, or the type's own function";
                    return self.add(TYPE, None, qself.span(), "`<Type as Trait>` is not allowed", help);
                }
                self.type_path(&path.path, false);
            }
            Type::Reference(reference) => {
                if reference.lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static") {
                    self.all_static(&reference.elem);
                }
                self.ty_within(&reference.elem);
            }
            Type::ImplTrait(impl_trait) => self.bounds(&impl_trait.bounds),
            Type::FnPtr(pointer) => {
                let help = "`impl Fn(A) -> B` for a parameter; an enum and `match` for a table";
                self.add(TYPE, Some(704), pointer.span(), "function pointers are not allowed", help);
            }
            Type::Ptr(pointer) => {
                self.add(UNSAFE, Some(119), pointer.span(), "raw pointers are not allowed", "a reference, or an index");
            }
            Type::TraitObject(object) => self.trait_object(object),
            Type::Macro(mac) => {
                self.add(TYPE, Some(94), mac.span(), "a macro is not allowed as a type", "write the type")
            }
            _ => self.add(TYPE, None, ty.span(), "this kind of type is not allowed", "use a plain type"),
        }
    }

    /// `Vec<T>`, `Iterator<Item = T>`.
    pub(super) fn generic_arguments(&mut self, arguments: &AngleBracketedGenericArguments) {
        let is_static = arguments.args.iter().any(|argument| match argument {
            GenericArgument::Lifetime(lifetime) => lifetime.ident == "static",
            _ => false,
        });
        for argument in &arguments.args {
            match argument {
                GenericArgument::Lifetime(_) => {}
                GenericArgument::Type(ty) => {
                    if is_static {
                        self.all_static(ty);
                    }
                    self.ty_within(ty);
                }
                GenericArgument::AssocType(assoc) if assoc.generics.is_none() && assoc.ident == "Item" => {
                    self.ty_within(&assoc.ty);
                }
                GenericArgument::Const(expr) => {
                    self.array_length(expr);
                }
                _ => {
                    let help = "plain types and `Item = T` may stand here";
                    self.add(GENERICS, None, argument.span(), "this generic argument is not allowed", help);
                }
            }
        }
    }

    /// `Fn(A) -> B`.
    pub(super) fn function_arguments(&mut self, arguments: &ParenthesizedGenericArguments) {
        for input in &arguments.inputs {
            self.attributes(&input.attrs);
            self.ty_within(&input.ty);
        }
        if let ReturnType::Type(_, output) = &arguments.output {
            self.ty_within(output);
        }
    }

    /// `T: Bound + Bound`.
    pub(super) fn bounds<'b>(&mut self, bounds: impl IntoIterator<Item = &'b TypeParamBound>) {
        for bound in bounds {
            match bound {
                TypeParamBound::Trait(bound) => self.trait_bound(bound),
                TypeParamBound::Lifetime(_) => {}
                TypeParamBound::PreciseCapture(_) => {
                    // Printed without it: what is captured in edition 2024 is everything.
                }
                _ => self.add(GENERICS, None, bound.span(), "this bound is not allowed", "a plain trait"),
            }
        }
    }

    fn trait_bound(&mut self, bound: &TraitBound) {
        if bound.lifetimes.is_some() {
            let help = "leave `for<…>` away: `Fn(&str) -> bool` works without it";
            self.add(GENERICS, Some(119), bound.span(), "`for<'a>` is not allowed", help);
        }
        if let Some(maybe) = &bound.maybe {
            self.add(GENERICS, None, maybe.span(), "`?Sized` is not allowed", "take `&str` or `&[T]`");
        }
        self.type_path(&bound.path, true);
    }

    /// `&'static T` promises that `T` holds no shorter lifetime. Written in a signature, that promise can be turned into a
    /// longer lifetime than the value has (rust-lang/rust#25860), so `T` must hold none that could be shorter.
    fn all_static(&mut self, ty: &Type) {
        let mut held = Held::default();
        held.look(self, ty);
        if held.named || held.elided || held.is_generic {
            let help = "write `&str` or `&[T]`; `'static` is for `&'static str` and for tables in a `const`";
            self.add(GENERICS, Some(119), ty.span(), "`'static` around something that is not", help);
        }
    }
}

/// Which lifetimes a type holds, as far as its text says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Held {
    /// `'a`.
    pub(super) named: bool,
    /// `&T`, `'_`, `Input` without its lifetime.
    pub(super) elided: bool,
    /// `Self` where it holds a lifetime.
    pub(super) own: bool,
    /// A type parameter, `Self` in a generic impl.
    pub(super) is_generic: bool,
}

impl Held {
    pub(super) fn look(&mut self, gate: &Gate<'_>, ty: &Type) {
        match ty {
            Type::Array(array) => self.look(gate, &array.elem),
            Type::Group(group) => self.look(gate, &group.elem),
            Type::Paren(paren) => self.look(gate, &paren.elem),
            Type::Slice(slice) => self.look(gate, &slice.elem),
            Type::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.look(gate, elem)),
            Type::Reference(reference) => {
                match &reference.lifetime {
                    Some(lifetime) => self.lifetime(lifetime),
                    None => self.elided = true,
                }
                self.look(gate, &reference.elem);
            }
            Type::ImplTrait(impl_trait) => self.look_bounds(gate, &impl_trait.bounds),
            Type::TraitObject(object) => self.look_bounds(gate, &object.bounds),
            Type::Path(path) => self.look_path(gate, &path.path),
            Type::Infer(_) | Type::Never(_) => {}
            // Refused anyway; the worst is assumed.
            _ => *self = Self { named: true, elided: true, own: true, is_generic: true },
        }
    }

    pub(super) fn look_bounds<'b>(&mut self, gate: &Gate<'_>, bounds: impl IntoIterator<Item = &'b TypeParamBound>) {
        for bound in bounds {
            match bound {
                TypeParamBound::Trait(bound) => self.look_path(gate, &bound.path),
                TypeParamBound::Lifetime(lifetime) => self.lifetime(lifetime),
                _ => {}
            }
        }
    }

    fn look_path(&mut self, gate: &Gate<'_>, path: &syn::Path) {
        use super::scope::TypeName;
        let mut has_lifetime_argument = false;
        for segment in &path.segments {
            match &segment.arguments {
                syn::PathArguments::None => {}
                syn::PathArguments::AngleBracketed(arguments) => {
                    for argument in &arguments.args {
                        match argument {
                            GenericArgument::Lifetime(lifetime) => {
                                has_lifetime_argument = true;
                                self.lifetime(lifetime);
                            }
                            GenericArgument::Type(ty) => self.look(gate, ty),
                            GenericArgument::AssocType(assoc) => self.look(gate, &assoc.ty),
                            _ => {}
                        }
                    }
                }
                // The lifetimes between the parentheses are the function's own, except for named ones.
                syn::PathArguments::Parenthesized(arguments) => {
                    let mut inner = Self::default();
                    arguments.inputs.iter().for_each(|input| inner.look(gate, &input.ty));
                    if let ReturnType::Type(_, output) = &arguments.output {
                        inner.look(gate, output);
                    }
                    self.named |= inner.named;
                    self.own |= inner.own;
                    self.is_generic |= inner.is_generic;
                }
            }
        }
        let Some(last) = path.segments.last() else { return };
        let name = last.ident.to_string();
        // `T::Item` of a type parameter may hold whatever `T` does.
        if path.segments.len() == 2
            && matches!(gate.scopes.ty(&path.segments[0].ident.to_string()), Some(TypeName::Parameter))
        {
            self.is_generic = true;
            return;
        }
        if name == "Self" || path.segments.len() == 2 && path.segments[0].ident == "Self" {
            self.own |= gate.self_type.as_ref().is_some_and(|own| own.has_lifetime);
            self.is_generic = true;
            return;
        }
        match gate.scopes.ty(&name) {
            Some(TypeName::Parameter) => self.is_generic = true,
            Some(TypeName::Own { lifetime } | TypeName::Alias { lifetime, .. }) => {
                self.elided |= *lifetime && !has_lifetime_argument;
            }
            None => {
                let rules = &gate.profile.names;
                let is_kit = path.segments.first().is_some_and(|first| rules.kit.contains(&first.ident.to_string()));
                let borrows = rules.borrowing.contains(&name) || is_kit && !rules.kit_owned.contains(&name);
                self.elided |= !has_lifetime_argument && borrows;
            }
        }
    }

    fn lifetime(&mut self, lifetime: &Lifetime) {
        match lifetime.ident.to_string().as_str() {
            "static" => {}
            "_" => self.elided = true,
            _ => self.named = true,
        }
    }
}

impl Gate<'_> {
    /// How many lifetimes a type may hold that differ: each that is not written counts, and a type parameter.
    pub(super) fn lifetimes_in(&self, ty: &Type) -> usize {
        let mut found = Written::default();
        found.visit_type(ty);
        let mut held = Held::default();
        held.look(self, ty);
        let hidden = usize::from(held.elided && found.references == 0) + usize::from(held.is_generic || held.own);
        found.named.len() + found.references + hidden + usize::from(found.has_bounds)
    }
}

/// The lifetimes that stand in a type.
#[derive(Default)]
struct Written {
    named: BTreeSet<String>,
    /// References without a name for theirs.
    references: usize,
    /// `impl Trait` and `dyn Trait`, which hold more than is written.
    has_bounds: bool,
}

impl<'t> Visit<'t> for Written {
    fn visit_type_reference(&mut self, reference: &'t syn::TypeReference) {
        self.references += usize::from(reference.lifetime.is_none());
        visit::visit_type_reference(self, reference);
    }

    fn visit_lifetime(&mut self, lifetime: &'t Lifetime) {
        match lifetime.ident.to_string().as_str() {
            "static" => {}
            "_" => self.references += 1,
            name => _ = self.named.insert(name.to_owned()),
        }
    }

    fn visit_type_param_bound(&mut self, bound: &'t TypeParamBound) {
        self.has_bounds = true;
        visit::visit_type_param_bound(self, bound);
    }
}

fn attributes(ty: &Type) -> &[syn::Attribute] {
    match ty {
        Type::Array(ty) => &ty.attrs,
        Type::Group(ty) => &ty.attrs,
        Type::Paren(ty) => &ty.attrs,
        Type::Slice(ty) => &ty.attrs,
        Type::Tuple(ty) => &ty.attrs,
        Type::Infer(ty) => &ty.attrs,
        Type::Never(ty) => &ty.attrs,
        Type::Path(ty) => &ty.attrs,
        Type::Reference(ty) => &ty.attrs,
        Type::ImplTrait(ty) => &ty.attrs,
        Type::TraitObject(ty) => &ty.attrs,
        // Refused as a whole.
        _ => &[],
    }
}

/// How deep a type is nested.
fn depth(ty: &Type) -> usize {
    1 + match ty {
        Type::Array(array) => depth(&array.elem),
        Type::Group(group) => depth(&group.elem),
        Type::Paren(paren) => depth(&paren.elem),
        Type::Slice(slice) => depth(&slice.elem),
        Type::Reference(reference) => depth(&reference.elem),
        Type::Tuple(tuple) => tuple.elems.iter().map(depth).max().unwrap_or(0),
        Type::Path(path) => {
            path.path.segments.iter().map(|segment| arguments_depth(&segment.arguments)).max().unwrap_or(0)
        }
        Type::ImplTrait(impl_trait) => bounds_depth(&impl_trait.bounds),
        Type::TraitObject(object) => bounds_depth(&object.bounds),
        _ => 0,
    }
}

fn bounds_depth<'b>(bounds: impl IntoIterator<Item = &'b TypeParamBound>) -> usize {
    let segments = bounds.into_iter().filter_map(|bound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last(),
        _ => None,
    });
    segments.map(|segment| arguments_depth(&segment.arguments)).max().unwrap_or(0)
}

fn arguments_depth(arguments: &syn::PathArguments) -> usize {
    match arguments {
        syn::PathArguments::None => 0,
        syn::PathArguments::AngleBracketed(arguments) => arguments
            .args
            .iter()
            .map(|argument| match argument {
                GenericArgument::Type(ty) => depth(ty),
                GenericArgument::AssocType(assoc) => depth(&assoc.ty),
                _ => 0,
            })
            .max()
            .unwrap_or(0),
        syn::PathArguments::Parenthesized(arguments) => {
            let output = match &arguments.output {
                ReturnType::Type(_, output) => depth(output),
                ReturnType::Default => 0,
            };
            arguments.inputs.iter().map(|input| depth(&input.ty)).max().unwrap_or(0).max(output)
        }
    }
}
