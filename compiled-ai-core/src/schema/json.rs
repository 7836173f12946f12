//! JSON text from values: just enough to write a schema.

/// A JSON value; an object keeps the order of its keys.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    Bool(bool),
    /// As written in JSON.
    Number(&'static str),
    String(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Text with two spaces per level and a line feed at the end.
    pub(super) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out.push('\n');
        out
    }

    fn write(&self, level: usize, out: &mut String) {
        match self {
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(text) => out.push_str(text),
            Self::String(text) => quote(text, out),
            Self::Array(items) if items.iter().all(|item| !matches!(item, Self::Array(_) | Self::Object(_))) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { ", " } else { "" });
                    item.write(level, out);
                }
                out.push(']');
            }
            Self::Array(items) => {
                lines(('[', ']'), items, level, out, |item, level, out| item.write(level, out));
            }
            Self::Object(entries) if entries.is_empty() => out.push_str("{}"),
            Self::Object(entries) => lines(('{', '}'), entries, level, out, |(key, value), level, out| {
                quote(key, out);
                out.push_str(": ");
                value.write(level, out);
            }),
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

/// An array of strings.
pub(super) fn strings<'t>(texts: impl IntoIterator<Item = &'t str>) -> Json {
    Json::Array(texts.into_iter().map(Json::from).collect())
}

/// An object with these entries.
pub(super) fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    Json::Object(entries.map(|(key, value)| (key.to_owned(), value)).into())
}

fn lines<T>(
    (open, close): (char, char),
    items: &[T],
    level: usize,
    out: &mut String,
    write: impl Fn(&T, usize, &mut String),
) {
    out.push(open);
    for (index, item) in items.iter().enumerate() {
        out.push_str(if index > 0 { ",\n" } else { "\n" });
        out.push_str(&"  ".repeat(level + 1));
        write(item, level + 1, out);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(level));
    out.push(close);
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_json() {
        let value = object([
            ("a\"\\", Json::Array(vec![object([]), Json::Bool(true)])),
            ("b", strings(["x\ny", "\u{1}é"])),
            ("c", Json::Number("0.9")),
        ]);
        let expected =
            "{\n  \"a\\\"\\\\\": [\n    {},\n    true\n  ],\n  \"b\": [\"x\\ny\", \"\\u0001é\"],\n  \"c\": 0.9\n}\n";
        assert_eq!(value.pretty(), expected);
    }
}
