//! Type expressions as text: `string`, `Line?`, `[Line]`, `{map: decimal}`, `"[string?]?"`.

use std::ops::Range;

use crate::spec::Type;

/// Types nested deeper than this are refused.
pub(super) const MAX_NESTING: usize = 16;

/// A named type that an expression refers to, and where in its text.
pub(super) type Reference = (String, Range<usize>);

/// What is wrong with an expression, where in its text, and what to do.
#[derive(Debug)]
pub(super) struct Malformed {
    pub(super) message: String,
    pub(super) span: Range<usize>,
    pub(super) help: Option<&'static str>,
}

/// Reads a type expression that stands within `depth` other types; named types are returned beside it for the caller to
/// look up.
pub(super) fn parse(text: &str, depth: usize) -> Result<(Type, Vec<Reference>), Malformed> {
    let trimmed = text.trim();
    // Nothing in a spec trims a text, and an editor that goes by the schema would refuse it.
    if trimmed.len() < text.len() && !trimmed.is_empty() {
        return Err(Malformed {
            help: Some("write the type alone between the quotes"),
            ..malformed("a type has no blanks around it", 0..text.len())
        });
    }
    let mut parser = Parser { text, offset: 0, references: vec![] };
    let ty = parser.ty(depth)?;
    parser.skip_blanks();
    if parser.offset < text.len() {
        let rest = parser.offset..text.len();
        return Err(malformed(
            format!("unexpected `{}` after the type", crate::yaml::shorten(&text[rest.clone()])),
            rest,
        ));
    }
    Ok((ty, parser.references))
}

/// The built-in type of this name.
pub(super) fn builtin(name: &str) -> Option<Type> {
    Some(match name {
        "string" => Type::String,
        "int" => Type::Int,
        "decimal" => Type::Decimal,
        "float" => Type::Float,
        "bool" => Type::Bool,
        "date" => Type::Date,
        "time" => Type::Time,
        "datetime" => Type::DateTime,
        "bytes" => Type::Bytes,
        _ => return None,
    })
}

/// The names of the built-in types.
pub(super) const BUILTINS: &[&str] =
    &["string", "int", "decimal", "float", "bool", "date", "time", "datetime", "bytes"];

/// What people call a type that has another name here.
pub(super) fn other_name(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().as_str() {
        "str" | "text" | "char" | "varchar" | "uuid" | "url" | "email" => "string",
        "integer" | "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" | "long" => "int",
        "number" | "numeric" | "money" | "currency" | "amount" => "decimal",
        "double" | "f32" | "f64" | "real" => "float",
        "boolean" => "bool",
        "timestamp" | "instant" => "datetime",
        "blob" | "binary" | "base64" => "bytes",
        "list" | "array" | "vec" | "sequence" => "[T]",
        "object" | "dict" | "hash" | "map" => "{map: T}",
        _ => return None,
    })
}

struct Parser<'a> {
    text: &'a str,
    offset: usize,
    references: Vec<Reference>,
}

impl Parser<'_> {
    fn ty(&mut self, depth: usize) -> Result<Type, Malformed> {
        if depth > MAX_NESTING {
            return Err(malformed(too_deep(), 0..self.text.len()));
        }
        self.skip_blanks();
        let start = self.offset;
        let ty = match self.peek() {
            Some('[') => {
                self.offset += 1;
                let item = self.ty(depth + 1)?;
                self.expect(']', start)?;
                Type::List(Box::new(item))
            }
            Some('{') => self.map(depth)?,
            _ => self.name()?,
        };
        if self.peek() != Some('?') {
            return Ok(ty);
        }
        self.offset += 1;
        if self.peek() == Some('?') {
            return Err(malformed("`??` means no more than `?`", self.offset - 1..self.offset + 1));
        }
        Ok(Type::Optional(Box::new(ty)))
    }

    fn map(&mut self, depth: usize) -> Result<Type, Malformed> {
        let start = self.offset;
        self.offset += 1;
        self.skip_blanks();
        if !self.text[self.offset..].starts_with("map") {
            return Err(malformed("expected `map: ` and a type", self.offset..self.text.len()));
        }
        self.offset += "map".len();
        self.expect(':', start)?;
        let item = self.ty(depth + 1)?;
        self.expect('}', start)?;
        Ok(Type::Map(Box::new(item)))
    }

    fn name(&mut self) -> Result<Type, Malformed> {
        let start = self.offset;
        let rest = &self.text[start..];
        let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        if length == 0 {
            let end = start + rest.chars().next().map_or(0, char::len_utf8);
            let found = match rest.chars().next() {
                None => "nothing".to_owned(),
                Some('\n' | '\r') => "a line break".to_owned(),
                Some('\t') => "a tab".to_owned(),
                Some(other) => format!("`{other}`"),
            };
            return Err(malformed(format!("expected a type, found {found}"), start..end));
        }
        self.offset += length;
        let name = &rest[..length];
        if self.peek() == Some('<') {
            return Err(Malformed {
                help: Some("write `T?` for an optional value, `[T]` for a list and `{map: T}` for a map"),
                ..malformed("types have no `<…>`", self.offset..self.text.len())
            });
        }
        Ok(builtin(name).unwrap_or_else(|| {
            self.references.push((name.to_owned(), start..start + length));
            Type::Named(name.to_owned())
        }))
    }

    fn expect(&mut self, wanted: char, opened: usize) -> Result<(), Malformed> {
        self.skip_blanks();
        if self.peek() == Some(wanted) {
            self.offset += wanted.len_utf8();
            return Ok(());
        }
        let end = self.offset + self.peek().map_or(0, char::len_utf8);
        Err(malformed(format!("expected `{wanted}` in the type `{}`", crate::yaml::shorten(self.text)), opened..end))
    }

    fn peek(&self) -> Option<char> {
        self.text[self.offset..].chars().next()
    }

    fn skip_blanks(&mut self) {
        let rest = &self.text[self.offset..];
        self.offset += rest.len() - rest.trim_start_matches(' ').len();
    }
}

/// What is wrong with a type that nests deeper than [`MAX_NESTING`].
pub(super) fn too_deep() -> String {
    format!("more than {MAX_NESTING} types nested in one another")
}

fn malformed(message: impl Into<String>, span: Range<usize>) -> Malformed {
    Malformed { message: message.into(), span, help: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_print_as_they_read() {
        for text in ["string", "Line?", "[Line]", "[string?]?", "{map: decimal}", "{map: [Line]?}?", "[[int]]"] {
            assert_eq!(parse(text, 0).expect(text).0.to_string(), text);
        }
        assert_eq!(parse("{ map :[ int ] }", 0).expect("blanks").0.to_string(), "{map: [int]}");
    }

    #[test]
    fn malformed_expressions_are_refused_inside_the_text() {
        let deep = "[".repeat(100_000);
        for text in [
            "",
            "?",
            "[",
            "[]",
            "[int",
            "int]",
            "int??",
            "{map}",
            "{map: }",
            "{list: int}",
            "Vec<int>",
            "ü-",
            "a b",
            "{",
            " ",
            " int",
            "int ",
            "int ?",
            "int\n",
            "[int] ",
            "[\nint]",
            "[int\t]",
            &deep,
        ] {
            let wrong = parse(text, 0).expect_err(text);
            assert!(text.get(wrong.span.clone()).is_some(), "{text}: {:?}", wrong.span);
        }
    }

    #[test]
    fn nesting_counts_from_where_a_type_stands() {
        let nested = |levels: usize| format!("{}int{}", "[".repeat(levels), "]".repeat(levels));
        for depth in 0..=MAX_NESTING {
            assert!(parse(&nested(MAX_NESTING - depth), depth).is_ok(), "{depth}");
            assert!(parse(&nested(MAX_NESTING - depth + 1), depth).is_err(), "{depth}");
        }
    }
}
