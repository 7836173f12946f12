//! Which `impl`s a candidate may have.

use compiled_ai_core::codes::gate::{ITEM, SHADOW, UNSAFE};
use syn::spanned::Spanned as _;
use syn::{ImplItem, ImplItemType, ItemImpl, Type};

use super::gate::{Gate, SelfType, list};
use super::scope::TypeName;
use super::types::Held;

impl Gate<'_> {
    /// An `impl` at the top level.
    pub(super) fn implementation(&mut self, item: &ItemImpl) {
        self.attributes(&item.attrs);
        if let Some(unsafety) = &item.unsafety {
            self.add(UNSAFE, Some(119), unsafety.span, "`unsafe impl` is not allowed", "a plain `impl`");
        }
        if item.modifiers.defaultness.is_some() || item.modifiers.polarity.is_some() {
            self.add(ITEM, None, item.impl_token.span, "this kind of `impl` is not allowed", "a plain `impl`");
        }
        self.scopes.push();
        self.generics(&item.generics, true);
        self.lifetimes(&item.generics, header_types(item));
        let (name, is_reference) = self_name(&item.self_ty);
        // One of its own traits reaches texts and numbers too: its methods have names that nothing else has.
        let own_trait = item.trait_.as_ref().and_then(|(path, _)| path.get_ident()).map(ToString::to_string);
        let own_trait = own_trait.filter(|name| self.own.traits.contains_key(name));
        let is_plain = match (&own_trait, &item.trait_) {
            (Some(own), _) => self.is_extension(own),
            // `impl Mul<Vector> for f64`: some type of it is the candidate's own, or the compiler refuses it.
            (None, of) => of.is_some(),
        };
        let is_own = match self.scopes.ty(&name) {
            // `impl Add for &Matrix`. A lifetime in the type behind the reference would be tied to the reference's.
            Some(TypeName::Own { lifetime }) => !is_reference || item.trait_.is_some() && !lifetime,
            _ => false,
        };
        let may_be_foreign = is_plain && !is_reference && self.is_plain_type(&name);
        let is_extended =
            own_trait.as_ref().is_some_and(|own| self.is_extension(own)) && self.is_plain_list(&item.self_ty);
        if !(is_own || may_be_foreign || is_extended) {
            let help = "a free function, or a struct of your own around the value";
            self.add(ITEM, None, item.self_ty.span(), "only the code's own structs and enums may have an `impl`", help);
            self.scopes.pop();
            return;
        }
        self.ty(&item.self_ty);
        let mut held = Held::default();
        held.look(self, &item.self_ty);
        let associated = item.items.iter().filter_map(|member| match member {
            ImplItem::Type(ty) => Some(ty.ident.to_string()),
            _ => None,
        });
        self.self_type = Some(SelfType {
            name: name.clone(),
            has_lifetime: held.named || held.elided,
            associated: associated.collect(),
        });
        let allowed = item.trait_.as_ref().map(|(path, _)| match &own_trait {
            Some(name) => self.own.traits.get(name).map(|own| own.members.iter().cloned().collect()),
            None => self.implemented_trait(path),
        });
        for member in &item.items {
            self.member(member, allowed.as_ref().map(Option::as_deref));
        }
        self.self_type = None;
        self.scopes.pop();
    }

    /// The functions of a trait that may be implemented; `None` if it may not.
    fn implemented_trait(&mut self, path: &syn::Path) -> Option<Vec<String>> {
        let super::paths::Target::Trait(name) = self.type_path(path, true)? else { return None };
        let Some(functions) = self.profile.impls.get(&name) else {
            let help =
                format!("an inherent method; by hand only {} may be implemented", list(self.profile.impls.keys()));
            self.add(ITEM, None, path.span(), format!("`{name}` may not be implemented"), help);
            return None;
        };
        Some(functions.iter().cloned().collect())
    }

    fn member(&mut self, member: &ImplItem, of_trait: Option<Option<&[String]>>) {
        match member {
            ImplItem::Fn(function) => {
                self.attributes(&function.attrs);
                self.visibility(&function.vis);
                let name = function.sig.ident.to_string();
                match of_trait {
                    Some(Some(allowed)) if !allowed.contains(&name) => {
                        let message = format!("`{name}` may not be implemented here");
                        let help = "only the trait's required function";
                        self.add(ITEM, None, function.sig.ident.span(), message, help);
                    }
                    Some(_) => {}
                    None => self.method_name(&function.sig.ident),
                }
                self.function(&function.sig, &function.block);
            }
            ImplItem::Const(constant)
                if of_trait.is_none_or(
                    |allowed| matches!(allowed, Some(allowed) if allowed.contains(&constant.ident.to_string())),
                ) =>
            {
                self.attributes(&constant.attrs);
                self.visibility(&constant.vis);
                self.no_generics(&constant.generics);
                self.ty(&constant.ty);
                self.constant(&constant.expr);
            }
            ImplItem::Type(ty) if matches!(of_trait, Some(Some(allowed)) if allowed.contains(&ty.ident.to_string())) => {
                self.associated_type(ty);
            }
            _ => {
                let help = "functions and constants in an `impl` of your own type";
                self.add(ITEM, None, member.span(), "this is not allowed in an `impl`", help);
            }
        }
    }

    /// `type Item = …` in the impl of a trait.
    fn associated_type(&mut self, ty: &ImplItemType) {
        self.attributes(&ty.attrs);
        if !ty.generics.params.is_empty() || ty.generics.where_clause.is_some() {
            self.add(ITEM, None, ty.generics.span(), "a generic associated type is not allowed", "a plain type");
        }
        self.ty(&ty.ty);
    }

    /// A method of its own may not be called like one that is refused: the gate tells methods apart by name.
    pub(super) fn method_name(&mut self, name: &syn::Ident) {
        let text = name.to_string();
        let clashes = self.findings.renamed.contains(&text) && self.own.methods.contains(&format!("{text}_"));
        if clashes || self.profile.refused_method(&text).is_some_and(|refused| refused.cwe.is_some()) {
            let message = format!("a method may not be called `{text}`");
            self.add(SHADOW, Some(694), name.span(), message, "choose another name");
        }
    }
}

/// The name of the type that an `impl` is for, and whether it is for references to it.
fn self_name(ty: &Type) -> (String, bool) {
    match ty {
        Type::Path(path) if path.qself.is_none() && path.path.segments.len() == 1 => {
            (path.path.segments[0].ident.to_string(), false)
        }
        Type::Reference(reference) if reference.mutability.is_none() => (self_name(&reference.elem).0, true),
        _ => (String::new(), false),
    }
}

/// The types in the head of an `impl` of a trait: `&'b Matrix` and `&'a Matrix` of `impl<'a, 'b> Mul<&'b Matrix> for &'a Matrix`.
fn header_types(item: &ItemImpl) -> Vec<&Type> {
    let Some((path, _)) = &item.trait_ else { return vec![] };
    let mut types = vec![&*item.self_ty];
    for segment in &path.segments {
        if let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments {
            for argument in &arguments.args {
                match argument {
                    syn::GenericArgument::Type(ty) => types.push(ty),
                    _ => return vec![],
                }
            }
        }
    }
    types
}
