//! The functions of the condition language.

/// A function, by its name in the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Function {
    /// Characters of a string, bytes of `bytes`, elements of a list or map.
    Len,
    Abs,
    Min,
    Max,
    /// The sum of a list of numbers; unknown if one is absent, 0 if there are none.
    Sum,
    /// The elements of a list that are present.
    Count,
    Lower,
    StartsWith,
    EndsWith,
    /// Whether a string holds another, or a list an element.
    Contains,
    /// The days from the first date to the second, negative if the second is earlier.
    Days,
}

/// Name, function, parameters as messages show them.
const FUNCTIONS: [(&str, Function, &[&str]); 11] = [
    ("len", Function::Len, &["x"]),
    ("abs", Function::Abs, &["number"]),
    ("min", Function::Min, &["a", "b"]),
    ("max", Function::Max, &["a", "b"]),
    ("sum", Function::Sum, &["list"]),
    ("count", Function::Count, &["list"]),
    ("lower", Function::Lower, &["string"]),
    ("starts_with", Function::StartsWith, &["string", "start"]),
    ("ends_with", Function::EndsWith, &["string", "end"]),
    ("contains", Function::Contains, &["string_or_list", "x"]),
    ("days", Function::Days, &["from", "to"]),
];

impl Function {
    /// The function of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        FUNCTIONS.iter().find(|(known, ..)| *known == name).map(|(_, function, _)| *function)
    }

    /// The names of all functions and quantifiers.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        FUNCTIONS.iter().map(|(name, ..)| *name).chain(["all", "any"])
    }

    pub(super) fn name(self) -> &'static str {
        self.entry().0
    }

    pub(super) fn parameters(self) -> &'static [&'static str] {
        self.entry().2
    }

    /// The call as help shows it: `min(a, b)`.
    pub(super) fn signature(self) -> String {
        format!("{}({})", self.name(), self.parameters().join(", "))
    }

    fn entry(self) -> &'static (&'static str, Self, &'static [&'static str]) {
        let index = FUNCTIONS.iter().position(|(_, function, _)| *function == self);
        &FUNCTIONS[index.unwrap_or_default()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_finds_its_own_entry() {
        for (name, function, parameters) in FUNCTIONS {
            assert_eq!(Function::named(name), Some(function));
            assert_eq!((function.name(), function.parameters()), (name, parameters));
        }
    }
}
