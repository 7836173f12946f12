//! What a name stands for in a candidate.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use syn::{Fields, ImplItem, Item, TraitItem, Type};

/// What a value name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// A parameter or a `let`.
    Variable,
    /// A function, which is called or handed to a call.
    Function,
    /// A constant, a unit struct or a variant.
    Data,
    /// A tuple struct or variant: data when it is called, a function otherwise.
    Constructor,
    /// A variable that holds a closure.
    Closure,
}

/// What a type name of the candidate stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TypeName {
    /// A struct or enum of its own; whether it has a lifetime.
    Own { lifetime: bool },
    /// A type parameter.
    Parameter,
    /// An alias; the name that its right side is an instance of.
    Alias { lifetime: bool, target: Option<String> },
}

#[derive(Debug, Default)]
struct Frame {
    values: HashMap<String, Value>,
    types: HashMap<String, TypeName>,
    /// The body of a nested function: variables outside are not visible.
    is_function: bool,
}

/// The names in scope, innermost last.
#[derive(Debug)]
pub(super) struct Scopes {
    frames: Vec<Frame>,
}

impl Scopes {
    pub(super) fn new() -> Self {
        Self { frames: vec![Frame::default()] }
    }

    pub(super) fn push(&mut self) {
        self.frames.push(Frame::default());
    }

    pub(super) fn push_function(&mut self) {
        self.frames.push(Frame { is_function: true, ..Frame::default() });
    }

    pub(super) fn pop(&mut self) {
        self.frames.pop();
    }

    pub(super) fn bind(&mut self, name: &str, value: Value) {
        if let Some(frame) = self.frames.last_mut() {
            frame.values.insert(name.to_owned(), value);
        }
    }

    /// Binds a variable, unless the name is a constant's: then the pattern compares.
    pub(super) fn bind_variable(&mut self, name: &str) {
        if !matches!(self.value(name), Some(Value::Data | Value::Constructor)) {
            self.bind(name, Value::Variable);
        }
    }

    pub(super) fn bind_type(&mut self, name: &str, ty: TypeName) {
        if let Some(frame) = self.frames.last_mut() {
            frame.types.insert(name.to_owned(), ty);
        }
    }

    pub(super) fn value(&self, name: &str) -> Option<Value> {
        let mut sees_variables = true;
        for frame in self.frames.iter().rev() {
            match frame.values.get(name) {
                Some(Value::Variable | Value::Closure) if !sees_variables => {}
                Some(value) => return Some(*value),
                None => {}
            }
            sees_variables &= !frame.is_function;
        }
        None
    }

    pub(super) fn ty(&self, name: &str) -> Option<&TypeName> {
        self.frames.iter().rev().find_map(|frame| frame.types.get(name))
    }

    /// All value names, for suggestions.
    pub(super) fn value_names(&self) -> impl Iterator<Item = &str> {
        self.frames.iter().flat_map(|frame| frame.values.keys().map(String::as_str))
    }

    /// Puts the items of a file or block in scope, whatever their order.
    pub(super) fn declare<'i>(&mut self, items: impl Iterator<Item = &'i Item>) {
        for item in items {
            match item {
                Item::Fn(item) => self.bind(&item.sig.ident.to_string(), Value::Function),
                Item::Const(item) => self.bind(&item.ident.to_string(), Value::Data),
                Item::Struct(item) => {
                    let lifetime = item.generics.lifetimes().next().is_some();
                    self.bind_type(&item.ident.to_string(), TypeName::Own { lifetime });
                    match item.fields {
                        Fields::Named(_) => {}
                        Fields::Unnamed(_) => self.bind(&item.ident.to_string(), Value::Constructor),
                        Fields::Unit => self.bind(&item.ident.to_string(), Value::Data),
                    }
                }
                Item::Enum(item) => {
                    let lifetime = item.generics.lifetimes().next().is_some();
                    self.bind_type(&item.ident.to_string(), TypeName::Own { lifetime });
                }
                Item::Type(item) => {
                    let lifetime = item.generics.lifetimes().next().is_some();
                    let target = match &*item.ty {
                        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
                        _ => None,
                    };
                    self.bind_type(&item.ident.to_string(), TypeName::Alias { lifetime, target });
                }
                _ => {}
            }
        }
    }
}

/// A trait of the candidate's own.
#[derive(Debug, Default)]
pub(super) struct OwnTrait {
    /// Functions, associated types and constants.
    pub(super) members: BTreeSet<String>,
    pub(super) functions: BTreeSet<String>,
    /// The associated types.
    pub(super) types: BTreeSet<String>,
}

/// What the candidate's own types have.
#[derive(Debug, Default)]
pub(super) struct Own {
    /// Structs, enums and aliases.
    pub(super) types: BTreeSet<String>,
    /// Variants, functions, methods and constants by type.
    pub(super) members: BTreeMap<String, BTreeSet<String>>,
    /// What those members are that aren't plain data, by type and name.
    pub(super) kinds: BTreeMap<(String, String), Value>,
    /// Its own traits by name.
    pub(super) traits: BTreeMap<String, OwnTrait>,
    /// Names of the methods of inherent impls and of its own traits, which a call with a dot can reach.
    pub(super) methods: BTreeSet<String>,
    /// Constants that are plain numbers.
    pub(super) numbers: BTreeMap<String, u64>,
    /// How many elements constant tables have.
    pub(super) lengths: BTreeMap<String, u64>,
    /// Names of variants, which are no array lengths even where a constant has the same name.
    pub(super) variants: BTreeSet<String>,
    /// How many values a value of each type holds.
    pub(super) weights: BTreeMap<String, u64>,
}

impl Own {
    /// Whether one of its own traits has a function or a constant of this name.
    pub(super) fn is_of_trait(&self, member: &str) -> bool {
        self.traits.values().any(|own| own.members.contains(member) && !own.types.contains(member))
    }

    /// Whether one of its own traits has an associated type of this name.
    pub(super) fn is_associated_type(&self, name: &str) -> bool {
        self.traits.values().any(|own| own.types.contains(name))
    }

    /// Collects the members of all types that are declared at the top of the file.
    pub(super) fn of(items: &[Item]) -> Self {
        let mut own = Self::default();
        for item in items {
            match item {
                Item::Struct(item) => _ = own.types.insert(item.ident.to_string()),
                Item::Type(item) => _ = own.types.insert(item.ident.to_string()),
                Item::Enum(item) => {
                    own.types.insert(item.ident.to_string());
                    own.add_enum(item);
                }
                Item::Impl(item) => own.add_impl(item),
                Item::Trait(item) => own.add_trait(item),
                _ => {}
            }
        }
        own
    }

    /// Adds the variants of an enum.
    pub(super) fn add_enum(&mut self, item: &syn::ItemEnum) {
        let members = self.members.entry(item.ident.to_string()).or_default();
        members.extend(item.variants.iter().map(|variant| variant.ident.to_string()));
        for variant in item.variants.iter().filter(|variant| matches!(variant.fields, Fields::Unnamed(_))) {
            self.kinds.insert((item.ident.to_string(), variant.ident.to_string()), Value::Constructor);
        }
    }

    fn add_trait(&mut self, item: &syn::ItemTrait) {
        let mut own = OwnTrait::default();
        for member in &item.items {
            let name = match member {
                TraitItem::Fn(function) => {
                    own.functions.insert(function.sig.ident.to_string());
                    &function.sig.ident
                }
                TraitItem::Type(ty) => {
                    own.types.insert(ty.ident.to_string());
                    &ty.ident
                }
                TraitItem::Const(constant) => &constant.ident,
                _ => continue,
            };
            own.members.insert(name.to_string());
        }
        self.methods.extend(own.functions.iter().cloned());
        self.traits.insert(item.ident.to_string(), own);
    }

    fn add_impl(&mut self, item: &syn::ItemImpl) {
        let Type::Path(path) = &*item.self_ty else { return };
        let Some(segment) = path.path.segments.last() else { return };
        let ty = segment.ident.to_string();
        let members = self.members.entry(ty.clone()).or_default();
        for member in &item.items {
            match member {
                ImplItem::Fn(function) => {
                    members.insert(function.sig.ident.to_string());
                    self.kinds.insert((ty.clone(), function.sig.ident.to_string()), Value::Function);
                    if item.trait_.is_none() && function.sig.receiver().is_some() {
                        self.methods.insert(function.sig.ident.to_string());
                    }
                }
                ImplItem::Const(constant) => {
                    members.insert(constant.ident.to_string());
                }
                _ => {}
            }
        }
    }
}
