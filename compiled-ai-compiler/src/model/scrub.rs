//! What a server says, made fit to be shown: no secret, no control characters, not long.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

use super::secret::Secret;

/// What stands where a secret stood.
const GONE: &str = "[secret]";
/// Shorter values are placeholders such as `x`, which would blank out every text.
const SHORTEST: usize = 4;
/// A run of this many bytes of a secret, or of one of its encodings, is taken out of what is shown.
const RUN: usize = 8;
/// The longest text of a server that is shown, in characters.
const SHOWN: usize = 400;
/// How much of a text is looked at for what is shown, in characters.
const LOOKED_AT: usize = 4000;
/// The longest name of a model, in characters.
const NAME: usize = 100;

/// Takes secrets out of texts. Holds them in every encoding; has no `Debug`.
#[derive(Default)]
pub(super) struct Scrubber {
    /// Each secret as it is, in base 64 at each of its three offsets, in hexadecimal, percent-encoded, and escaped as in JSON.
    forms: Vec<Secret>,
}

impl Scrubber {
    /// Also takes `secret` out.
    pub(super) fn add(&mut self, secret: &Secret) {
        let bytes = secret.bytes();
        if bytes.len() < SHORTEST {
            return;
        }
        let joined = |each: &dyn Fn(&u8) -> String| bytes.iter().map(each).collect::<String>();
        self.forms.push(Secret::new(String::from_utf8_lossy(bytes).into_owned()));
        self.forms.push(Secret::new(joined(&|byte| format!("{byte:02x}"))));
        self.forms.push(Secret::new(joined(&|byte| format!("%{byte:02x}"))));
        self.forms.push(Secret::new(joined(&|byte| format!("\\u{byte:04x}"))));
        self.forms.push(Secret::new(joined(&|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(*byte).to_string(),
            byte => format!("%{byte:02x}"),
        })));
        for offset in 0..3 {
            let shifted = Secret::new("\0".repeat(offset) + &String::from_utf8_lossy(bytes));
            for engine in [STANDARD_NO_PAD, URL_SAFE_NO_PAD] {
                let text = Secret::new(engine.encode(shifted.bytes()));
                // The first characters hold bits of what stands before, the last ones may hold bits of what stands behind.
                let mixed = if offset == 0 { 0 } else { offset + 1 };
                let whole = text.bytes().get(mixed..).unwrap_or_default();
                let kept = whole.strip_suffix(whole.last().map_or(&[][..], std::slice::from_ref)).unwrap_or(whole);
                if kept.len() >= SHORTEST {
                    self.forms.push(Secret::new(String::from_utf8_lossy(kept).into_owned()));
                }
            }
        }
    }

    /// One line that can be shown: without secrets or parts of them, without control characters and what else moves a cursor or
    /// hides text, and shortened.
    pub(super) fn line(&self, text: &str) -> String {
        // Characters that can't be seen go first: they could stand between the characters of a secret.
        let seen: String = without_escapes(text).filter(|c| !is_hidden(*c)).take(LOOKED_AT).collect();
        let words = seen.split_whitespace().collect::<Vec<_>>().join(" ");
        shorten(&self.without(&words, RUN), SHOWN)
    }

    /// The name of a model as a server gives it: it stands in locks and in comments of artifacts.
    pub(super) fn name(&self, text: &str) -> String {
        let line = self.line(text);
        shorten(&line.chars().filter(|c| !matches!(c, '`' | '"' | '\\')).collect::<String>(), NAME)
    }

    /// A reply: only whole secrets are taken out, since a part of one may well stand in a program.
    pub(super) fn reply(&self, text: String) -> String {
        self.without(&text, usize::MAX)
    }

    /// `text` without runs of at least `run` bytes of a form, or of a whole one that is shorter.
    fn without(&self, text: &str, run: usize) -> String {
        let lower = text.to_ascii_lowercase().into_bytes();
        let mut gone = vec![false; lower.len()];
        for form in &self.forms {
            let form = Secret::new(String::from_utf8_lossy(form.bytes()).to_ascii_lowercase());
            let run = run.min(form.bytes().len());
            for window in form.bytes().windows(run) {
                for at in find_all(&lower, window) {
                    gone[at..at + run].fill(true);
                }
            }
        }
        let mut clean = String::with_capacity(text.len());
        let mut was_gone = false;
        for (at, c) in text.char_indices() {
            match gone[at] {
                false => clean.push(c),
                true if !was_gone => clean.push_str(GONE),
                true => {}
            }
            was_gone = gone[at];
        }
        clean
    }
}

/// Every place of `needle`, overlapping ones included.
fn find_all<'a>(text: &'a [u8], needle: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    text.windows(needle.len()).enumerate().filter(move |(_, window)| *window == needle).map(|(at, _)| at)
}

/// Leaves out what a terminal takes for a command: `ESC [ … letter`, `ESC ] … BEL` or `… ESC \`, and `ESC` with one character.
fn without_escapes(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut chars = text.chars().peekable();
    std::iter::from_fn(move || {
        loop {
            let introducer = match chars.next()? {
                '\u{1b}' => chars.next()?,
                '\u{9b}' => '[',
                '\u{9d}' => ']',
                c => return Some(c),
            };
            match introducer {
                '[' => while chars.next().is_some_and(|c| !('@'..='~').contains(&c)) {},
                ']' => {
                    while chars.peek().is_some_and(|c| !matches!(c, '\u{7}' | '\u{1b}' | '\u{9c}')) {
                        chars.next();
                    }
                    if chars.next() == Some('\u{1b}') {
                        chars.next();
                    }
                }
                _ => {}
            }
        }
    })
}

fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Control characters, and characters without a shape: joiners, marks of direction, tags, soft hyphens.
fn is_hidden(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "sk-ant-Q7+x/9zPq_w8Rt~";

    fn scrubber() -> Scrubber {
        let mut scrubber = Scrubber::default();
        scrubber.add(&Secret::new(KEY.to_owned()));
        scrubber
    }

    #[test]
    fn every_encoding_of_a_secret_goes() {
        let hex: String = KEY.bytes().map(|byte| format!("{byte:02X}")).collect();
        let percent: String = KEY.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let mut texts = vec![KEY.to_owned(), KEY.to_uppercase(), hex, percent, "sk-ant-Q7%2Bx%2F9zPq_w8Rt~".to_owned()];
        for around in ["", "a", "ab", "Bearer ", "user:"] {
            texts.push(STANDARD_NO_PAD.encode(format!("{around}{KEY}{around}")));
            texts.push(URL_SAFE_NO_PAD.encode(format!("{around}{KEY}{around}")));
        }
        for text in texts {
            let shown = scrubber().line(&format!("key {text} is wrong"));
            let left: usize = shown.replace(GONE, "").replace("key", "").replace("is wrong", "").trim().len();
            // What is before and behind the key, with the characters of base 64 that hold bits of both.
            assert!(shown.contains(GONE) && left <= 26, "{text}: {shown}");
            for part in text.as_bytes().windows(RUN) {
                let part = String::from_utf8_lossy(part);
                let inside_key = KEY.contains(&*part);
                assert!(!(inside_key && shown.contains(&*part)), "{text}: {shown}");
            }
        }
    }

    #[test]
    fn parts_and_hidden_characters_do_not_help() {
        assert_eq!(scrubber().line(&KEY[..12]), GONE);
        let spread: String = KEY.chars().flat_map(|c| [c, '\u{200b}', '\u{1b}', '[', '0', 'm']).collect();
        assert_eq!(scrubber().line(&spread), GONE);
        assert_eq!(scrubber().line("sk-ant is a prefix"), "sk-ant is a prefix");
    }

    #[test]
    fn what_is_shown_is_one_short_line() {
        let shown = scrubber().line(&format!(
            "\u{1b}[31mred\u{1b}[0m\n\n\t\u{1b}]0;title\u{7}\u{9b}2J\u{1b}(text\u{202e}{}",
            "x".repeat(1000)
        ));
        assert!(shown.starts_with("red textxxx") && shown.ends_with('…'), "{shown}");
        assert_eq!(shown.chars().count(), SHOWN + 1);
    }

    #[test]
    fn escapes_that_do_not_end_are_left_out() {
        for text in ["a\u{1b}", "a\u{1b}[", "a\u{1b}[31", "a\u{1b}]0;b", "a\u{9d}b\u{1b}", "a\u{9b}1;2"] {
            assert_eq!(scrubber().line(text), "a", "{text:?}");
        }
    }

    #[test]
    fn a_model_is_named_without_a_line_break_or_a_quote() {
        assert_eq!(scrubber().name("gpt`\nfn evil() {}"), "gpt fn evil() {}");
    }

    #[test]
    fn a_reply_loses_whole_secrets_only() {
        let reply = format!("let a = \"{}\"; // {KEY}\n", &KEY[..12]);
        assert_eq!(scrubber().reply(reply), format!("let a = \"{}\"; // {GONE}\n", &KEY[..12]));
    }

    #[test]
    fn placeholders_are_no_secrets() {
        let mut scrubber = Scrubber::default();
        scrubber.add(&Secret::new("x".to_owned()));
        assert_eq!(scrubber.line("an x in a text"), "an x in a text");
    }
}
