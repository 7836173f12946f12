//! Regular expressions that are compiled once.

#[cfg(not(compiled_ai_component))]
use {::regex::Regex, alloc::boxed::Box};

/// `regex!("literal")` is a `&'static Regex` that is compiled at its first use and never again.
///
/// # Panics
/// At its first use, if the pattern is not a regular expression; the message names the pattern. The build tries every
/// pattern of a candidate before it is shipped.
///
/// ```
/// use compiled_ai_runtime::kit::regex;
/// let date = regex!(r"(?i)\bdate\s*:\s*(\d+)");
/// assert_eq!(&date.captures("Date : 25/12").unwrap()[1], "25");
/// ```
#[cfg(not(compiled_ai_component))]
#[macro_export]
macro_rules! regex {
    ($pattern:literal $(,)?) => {{
        static REGEX: $crate::__private::OnceBox<$crate::kit::Regex> = $crate::__private::OnceBox::new();
        REGEX.get_or_init(|| $crate::__private::compile_regex($pattern))
    }};
}

/// The same in a component, whose crate has a table of all its patterns at its root.
#[cfg(compiled_ai_component)]
#[macro_export]
macro_rules! regex {
    ($pattern:literal $(,)?) => {{
        const PATTERN: &$crate::kit::prepared::Pattern = $crate::kit::prepared::find(crate::PATTERNS, $pattern);
        static REGEX: $crate::__private::OnceBox<$crate::kit::Regex> = $crate::__private::OnceBox::new();
        REGEX.get_or_init(|| $crate::kit::prepared::regex(PATTERN))
    }};
}

/// Compiles the pattern of a [`regex!`](crate::regex!); the panic is its documented one.
#[cfg(not(compiled_ai_component))]
pub fn compile(pattern: &'static str) -> Box<Regex> {
    match Regex::new(pattern) {
        Ok(regex) => Box::new(regex),
        Err(error) => panic!("invalid regular expression `{pattern}`: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::kit::Regex;

    fn digits() -> &'static Regex {
        crate::regex!(r"\d+")
    }

    #[test]
    fn is_compiled_once() {
        assert!(core::ptr::eq(digits(), digits()));
        assert_eq!(digits().find("a12b").unwrap().as_str(), "12");
    }

    #[test]
    fn perl_classes_and_case_folding_work() {
        assert!(crate::regex!(r"(?i)^tötal\s*\w+\b$").is_match("TÖTAL  Płock"));
    }

    #[test]
    #[should_panic(expected = "invalid regular expression `(`")]
    fn names_a_bad_pattern() {
        let _ = crate::regex!("(");
    }
}
