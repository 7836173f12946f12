//! How much work a text is for those who parse it.
//!
//! What the gate costs grows with tokens rather than with bytes: `1,1,1` is three times the work of `"receipt"`. The arguments
//! of a macro are tokens that are parsed again, once for each macro around them, so they count as often.

/// Counts the tokens of a text that is cut up elsewhere.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    work: usize,
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
        let Some(first) = token.bytes().next().filter(|byte| !byte.is_ascii_whitespace()) else { return self.work };
        if token.starts_with("//") || token.starts_with("/*") {
            return self.work;
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
        self.work += 1 + self.macros;
        self.work
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
        assert_eq!(work(&["a", " ", "// b", "\n", "/* c */", "+", "d"]), 3);
    }

    #[test]
    fn arguments_of_macros_count_once_more_for_each_macro_around_them() {
        assert_eq!(work(&["vec", "!", "[", "1", "]"]), 2 + 2 + 2 + 1);
        assert_eq!(work(&["vec", "!", "[", "vec", "!", "[", "1", "]", "]"]), 2 + 2 + 4 + 3 + 3 + 2 + 1);
        assert_eq!(work(&["if", "!", "(", "a", ")"]), 5);
        assert_eq!(work(&["\"a\"", "!", "(", "a", ")"]), 5);
    }
}
