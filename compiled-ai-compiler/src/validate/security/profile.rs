//! The gate's rules as data.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

/// A named, versioned set of rules: what a candidate may use. Read from `gate/<name>.toml`, which a person can read.
///
/// What a profile does not name is refused. A released profile never changes; it gets a successor.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its name and version, such as `gate-1`; recorded in every lock.
    pub name: String,
    /// Sizes.
    pub limits: Limits,
    pub(super) names: NameRules,
    pub(super) imports: ImportRules,
    pub(super) functions: BTreeMap<String, BTreeSet<String>>,
    pub(super) methods: BTreeMap<String, BTreeSet<String>>,
    pub(super) impls: BTreeMap<String, BTreeSet<String>>,
    pub(super) dynamic: DynamicRules,
    pub(super) attributes: AttributeRules,
    pub(super) macros: BTreeMap<MacroForm, BTreeSet<String>>,
    #[serde(skip)]
    refused: RefusedTables,
}

/// Sizes that a candidate may not exceed.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Bytes of the source.
    pub source_bytes: usize,
    /// Tokens of the source; those in the arguments of a macro count once more for each macro around them.
    pub tokens: usize,
    /// Depth of brackets.
    pub nesting: usize,
    /// Operators, calls and keywords of one expression at one depth.
    pub chain: usize,
    /// The same, added up over all open brackets.
    pub chain_total: usize,
    /// Elements of one array, its dimensions multiplied.
    pub array_elements: u64,
    /// Bytes of one byte string literal.
    pub byte_string: usize,
    /// Characters of one regular expression.
    pub regex_chars: usize,
    /// Depth of one written type.
    pub type_depth: usize,
    /// Values that one value of a written type holds, its arrays and fields multiplied out.
    pub type_weight: u64,
    /// Refusals that are reported at once.
    pub refusals: usize,
}

/// Names in scope and their other spellings.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NameRules {
    pub(super) kit: BTreeSet<String>,
    pub(super) types: BTreeSet<String>,
    pub(super) replaceable: BTreeSet<String>,
    pub(super) integers: BTreeSet<String>,
    pub(super) floats: BTreeSet<String>,
    pub(super) borrowing: BTreeSet<String>,
    pub(super) kit_owned: BTreeSet<String>,
    pub(super) values: BTreeSet<String>,
    pub(super) traits: BTreeSet<String>,
    pub(super) core: BTreeMap<String, String>,
    pub(super) paths: BTreeMap<String, String>,
}

/// Imports that may be left away.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ImportRules {
    pub(super) roots: BTreeSet<String>,
    pub(super) globs: BTreeSet<String>,
    pub(super) macros: BTreeSet<String>,
    pub(super) modules: BTreeSet<String>,
    pub(super) traits: BTreeSet<String>,
}

/// What traits may do beside being bounds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DynamicRules {
    /// After `dyn`.
    pub(super) traits: BTreeSet<String>,
    /// After the colon of an own trait.
    pub(super) supertraits: BTreeSet<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AttributeRules {
    pub(super) derives: BTreeSet<String>,
    pub(super) dropped: BTreeSet<String>,
}

/// How the arguments of a macro are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum MacroForm {
    /// A format string and its arguments.
    Format,
    /// The same, or nothing.
    Message,
    /// A place, then a format string and its arguments.
    Write,
    /// `a, b, c` or `x; n`.
    List,
    /// An expression, a pattern and perhaps a guard.
    Matches,
    /// One string literal: a regular expression.
    Pattern,
    /// Literals.
    Literals,
}

/// Why something is refused, and what to write instead.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Refused {
    names: Vec<String>,
    pub(super) cwe: Option<u32>,
    pub(super) reason: String,
    pub(super) instead: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RefusedTables {
    method: Vec<Refused>,
    #[serde(rename = "macro")]
    macros: Vec<Refused>,
    path: Vec<Refused>,
    attribute: Vec<Refused>,
}

impl Profile {
    /// The profile `gate-1`.
    ///
    /// # Panics
    /// Never: the embedded files are tested.
    pub fn gate_1() -> &'static Self {
        static PROFILE: OnceLock<Profile> = OnceLock::new();
        PROFILE.get_or_init(|| {
            Self::parse(include_str!("../../../gate/gate-1.toml"), include_str!("../../../gate/refused-1.toml"))
                .expect("the embedded profile is tested")
        })
    }

    /// Reads a profile and the reasons that go with it, both TOML.
    ///
    /// # Errors
    /// What is wrong with the text, with its line.
    pub fn parse(rules: &str, reasons: &str) -> Result<Self, String> {
        let mut profile: Self = toml::from_str(rules).map_err(|error| error.to_string())?;
        profile.refused = toml::from_str(reasons).map_err(|error| error.to_string())?;
        Ok(profile)
    }

    /// Whether a method of this name may be called on anything.
    pub(super) fn allows_method(&self, name: &str) -> bool {
        self.methods.values().any(|names| names.contains(name))
    }

    /// How the arguments of the macro `name` are read; `None` if it is not allowed.
    pub(super) fn macro_form(&self, name: &str) -> Option<MacroForm> {
        self.macros.iter().find(|(_, names)| names.contains(name)).map(|(form, _)| *form)
    }

    /// The same for a macro's path, which is its name, or `kit::` and its name as the gate prints it.
    pub(super) fn form_of(&self, path: &syn::Path) -> Option<MacroForm> {
        let mut names = path.segments.iter().filter(|segment| segment.arguments.is_none());
        let (first, second) = (&names.next()?.ident, names.next().map(|segment| &segment.ident));
        let name = match second {
            None => first,
            Some(name) if first == "kit" => name,
            Some(_) => return None,
        };
        let is_plain = path.leading_colon.is_none() && path.segments.len() == 1 + usize::from(second.is_some());
        is_plain.then(|| self.macro_form(&name.to_string())).flatten()
    }

    /// Whether `Type::function` of an allowed type may be used, as a call or a value.
    pub(super) fn allows_function(&self, ty: &str, function: &str) -> bool {
        let has = |key: &str| self.functions.get(key).is_some_and(|names| names.contains(function));
        has(ty)
            || has("any")
            || self.allows_method(function)
            || (self.names.integers.contains(ty) && has("integers") && !self.is_width_dependent(ty, function))
            || (self.names.floats.contains(ty) && has("floats"))
    }

    fn is_width_dependent(&self, ty: &str, function: &str) -> bool {
        matches!(ty, "usize" | "isize") && matches!(function, "MAX" | "MIN" | "BITS" | "from_str_radix")
    }

    pub(super) fn refused_method(&self, name: &str) -> Option<&Refused> {
        find(&self.refused.method, name)
    }

    pub(super) fn refused_macro(&self, name: &str) -> Option<&Refused> {
        find(&self.refused.macros, name)
    }

    pub(super) fn refused_attribute(&self, name: &str) -> Option<&Refused> {
        find(&self.refused.attribute, name)
    }

    /// The reason for the longest beginning of a path; `core` and `alloc` count as `std`. The last segment is tried alone
    /// too, so that `anything::HashMap` finds the reason of `HashMap`.
    pub(super) fn refused_path(&self, segments: &[String]) -> Option<&Refused> {
        let mut segments = segments.to_vec();
        if let Some(first) = segments.first_mut()
            && matches!(first.as_str(), "core" | "alloc")
        {
            *first = "std".to_owned();
        }
        (1..=segments.len())
            .rev()
            .find_map(|length| find(&self.refused.path, &segments[..length].join("::")))
            .or_else(|| segments.iter().rev().find_map(|segment| find(&self.refused.path, segment)))
    }
}

fn find<'t>(table: &'t [Refused], name: &str) -> Option<&'t Refused> {
    table.iter().find(|refused| refused.names.iter().any(|known| known == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_profile_parses_and_does_not_contradict_itself() {
        let profile = Profile::gate_1();
        assert_eq!(profile.name, "gate-1");
        for refused in &profile.refused.method {
            for name in &refused.names {
                assert!(!profile.allows_method(name), "method `{name}` is both allowed and refused");
            }
        }
        for refused in &profile.refused.macros {
            for name in &refused.names {
                assert!(profile.macro_form(name).is_none(), "macro `{name}` is both allowed and refused");
            }
        }
    }

    #[test]
    fn the_longest_beginning_of_a_path_gives_the_reason() {
        let profile = Profile::gate_1();
        let reason = |path: &str| {
            let segments: Vec<String> = path.split("::").map(str::to_owned).collect();
            profile.refused_path(&segments).map(|refused| refused.cwe)
        };
        assert_eq!(reason("core::mem::transmute"), Some(Some(119)));
        assert_eq!(reason("std::fs::read_to_string"), Some(Some(73)));
        assert_eq!(reason("std::collections::HashMap::new"), Some(Some(330)));
        assert_eq!(reason("nothing::known"), None);
    }

    #[test]
    fn a_profile_with_an_unknown_key_is_an_error() {
        assert!(Profile::parse("name = \"x\"\nextra = 1", "").is_err());
    }
}
