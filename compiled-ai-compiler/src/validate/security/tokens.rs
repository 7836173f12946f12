//! How much work a text is for those who parse it.
//!
//! What the gate costs grows with tokens rather than with bytes: `1,1,1` is three times the work of `"receipt"`. The arguments
//! of a macro are tokens that are parsed again, once for each macro around them, so they count as often. Names, keywords and
//! operators are made into a deeper tree than brackets, literals and what separates them, so they count a quarter more; so does, for each
//! macro, what may be a place for a value in its text. An item is three tokens more, and twelve bytes of a text are one.

/// Counts the tokens of a text that is cut up elsewhere.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    /// In quarters of a token.
    quarters: usize,
    before: Before,
    /// For each open bracket, whether it holds the arguments of a macro.
    open: Vec<bool>,
    macros: usize,
}

/// What stood before.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Before {
    #[default]
    Other,
    Name,
    /// A name and `!`.
    Bang,
}

impl Tokens {
    /// Counts one token, blank or comment; returns the work so far.
    pub(super) fn add(&mut self, token: &str, is_keyword: bool) -> usize {
        let Some(first) = token.bytes().next().filter(|byte| !byte.is_ascii_whitespace()) else {
            return self.quarters / 4;
        };
        if token.starts_with("//") || token.starts_with("/*") {
            return self.quarters / 4;
        }
        let mut now = Before::Other;
        match first {
            b'(' | b'[' | b'{' => {
                let is_macro = self.before == Before::Bang;
                self.open.push(is_macro);
                self.macros += usize::from(is_macro);
            }
            b')' | b']' | b'}' => self.macros -= usize::from(self.open.pop().unwrap_or(false)),
            b'!' if self.before == Before::Name => now = Before::Bang,
            b'a'..=b'z' | b'A'..=b'Z' | b'_' if !is_keyword && !token.ends_with(['"', '\'', '#']) => now = Before::Name,
            _ => {}
        }
        self.before = now;
        let is_cheap =
            matches!(first, b'(' | b'[' | b'{' | b')' | b']' | b'}' | b',' | b';' | b'"' | b'\'' | b'0'..=b'9');
        let places = if self.macros > 0 { token.bytes().filter(|byte| *byte == b'{').count() } else { 0 };
        self.quarters +=
            (if is_cheap { 4 } else { 5 }) + 4 * self.macros * (1 + places.saturating_sub(usize::from(first == b'{')));
        self.quarters += match first {
            // Reading a number takes the square of its length.
            b'0'..=b'9' => token.len() * token.len() / 64,
            // What a text says is looked at in many ways.
            _ if token.ends_with(['"', '#']) => token.len() / 3,
            _ if is_keyword => work_of(token),
            _ => 0,
        };
        self.quarters / 4
    }
}

/// What a keyword stands for beyond itself, in quarters of a token: names are remembered, and functions looked at by many rules.
fn work_of(keyword: &str) -> usize {
    match keyword {
        "fn" | "struct" | "enum" | "const" | "type" | "impl" | "trait" | "static" | "mod" | "use" => 12,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(tokens: &[&str]) -> usize {
        let mut counted = Tokens::default();
        tokens.iter().map(|token| counted.add(token, *token == "if")).last().unwrap_or(0)
    }

    #[test]
    fn blanks_and_comments_are_no_work() {
        assert_eq!(work(&["a", " ", "// b", "\n", "/* c */", "+", "d", ";"]), (3 * 5 + 4) / 4);
    }

    #[test]
    fn arguments_of_macros_count_once_more_for_each_macro_around_them() {
        assert_eq!(work(&["vec", "!", "[", "1", "]"]), (2 * 5 + 2 * 8 + 4) / 4);
        let twice = ["vec", "!", "[", "vec", "!", "[", "1", "]", "]"];
        assert_eq!(work(&twice), (2 * 5 + 8 + 2 * 9 + 2 * 12 + 8 + 4) / 4);
        assert_eq!(work(&["if", "!", "(", "a", ")"]), (3 * 5 + 2 * 4) / 4);
        assert_eq!(work(&["\"a\"", "!", "(", "a", ")"]), (2 * 5 + 3 * 4) / 4);
    }

    #[test]
    fn long_numbers_count_by_the_square_of_their_length() {
        assert_eq!(work(&["1234567"]), 1);
        assert_eq!(work(&[&"9".repeat(64)]), 17);
    }

    #[test]
    fn texts_count_by_their_length() {
        assert_eq!(work(&["\"a\""]), 1);
        assert_eq!(work(&[&format!("\"{}\"", "a".repeat(158))]), (4 + 160 / 3) / 4);
    }

    #[test]
    fn places_for_values_count_in_macros() {
        assert_eq!(work(&["f", "!", "(", "\"{a} {b}\"", ")"]), (2 * 5 + 8 + 4 + 4 * 3 + 9 / 3 + 4) / 4);
        assert_eq!(work(&["(", "\"{a} {b}\"", ")"]), 3);
    }
}
