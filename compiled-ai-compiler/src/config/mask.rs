//! Keys that somebody wrote into the file: found before anything else looks at the text, so that no message can show them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// A file's text with keys blanked out, byte for byte, so that places stay where they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Masked {
    /// The text.
    pub(super) text: String,
    /// What was blanked out.
    pub(super) keys: Vec<Range<usize>>,
}

/// The value of a key whose name says that it is a secret, of `key_env` if it names no variable, of what looks like a key
/// wherever it stands, and of a password in an address.
static SECRETS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let quoted = r#""""[\s\S]*?(?:"""|\z)|'''[\s\S]*?(?:'''|\z)|"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?"#;
    let name =
        r#"(?:api[_-]?key|access[_-]?key|\bkey|_key|token|secret|passwo?r?d|authorization|credentials?)["']?\s*=\s*"#;
    [
        // The rest of a line, where a value stands without quotes; within other values, up to their end.
        format!(r#"(?im)^\s*["']?[\w.-]*?{name}({quoted}|[^\s'"][^\n#]*)"#),
        format!(r#"(?i){name}({quoted}|[^\s,}}\]#'"][^\n,}}\]#'"]*)"#),
        r"\b((?:sk|pk|rk|xai|gsk|hf|glpat|r8)[-_][A-Za-z0-9_-]{8,})".to_owned(),
        r"\b((?:AIza|AKIA|ASIA|eyJ|gh[pousr]_)[A-Za-z0-9_.-]{8,})".to_owned(),
        r#"-----BEGIN [A-Z ]*PRIVATE KEY-----([^-"']*)"#.to_owned(),
        r"\b(MC4CAQ[A-Za-z0-9+/=]{4,})".to_owned(),
        r#"(?i)\bbearer\s+([^\s"']{4,})"#.to_owned(),
        r#"://([^/\s"'@]+)@"#.to_owned(),
        r#"(?i)[?&](?:api[_-]?key|key|token|secret|password)=([^&\s"']+)"#.to_owned(),
    ]
    .iter()
    .map(|pattern| Regex::new(pattern).expect("a valid pattern"))
    .collect()
});

/// How many of [`SECRETS`] go by the name of a key rather than by the look of its value.
const BY_NAME: usize = 2;

static KEY_ENV: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"key_env["']?\s*=\s*["']([^"'\n]*)["']?"#).expect("a valid pattern"));

/// Blanks keys out.
pub(super) fn mask(text: &str) -> Masked {
    let mut keys: Vec<Range<usize>> = Vec::new();
    for (index, secret) in SECRETS.iter().enumerate() {
        let found = secret.captures_iter(text).filter_map(|found| found.get(1)).map(|found| inner(text, found.range()));
        // Under a name for secrets may stand the name of a variable: `authorization = "MY_HEADER"` in `[headers_env]`.
        let names_variable = |value: &str| index < BY_NAME && value.contains('_') && is_variable(value);
        keys.extend(found.filter(|key| !names_variable(&text[key.clone()])));
    }
    let wrong =
        KEY_ENV.captures_iter(text).filter_map(|found| found.get(1)).filter(|found| !is_variable(found.as_str()));
    keys.extend(wrong.map(|found| found.range()));
    // Keys are no plain numbers; a limit with a slip in its name is.
    keys.retain(|key| !text[key.clone()].trim().chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '_' | '-')));
    keys.sort_by_key(|key| (key.start, key.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for key in keys {
        match merged.last_mut() {
            Some(last) if key.start <= last.end => last.end = last.end.max(key.end),
            _ => merged.push(key),
        }
    }
    let mut bytes = text.as_bytes().to_vec();
    for key in &merged {
        bytes[key.clone()].iter_mut().filter(|byte| **byte != b'\n' && **byte != b'\r').for_each(|byte| *byte = b'*');
    }
    // Whole characters were replaced, so what is left is as valid as before.
    Masked { text: String::from_utf8(bytes).unwrap_or_default(), keys: merged }
}

/// Whether `name` may be the name of an environment variable. Small letters are for keys.
pub(super) fn is_variable(name: &str) -> bool {
    let is_start = |c: char| c.is_ascii_uppercase() || c == '_';
    name.len() <= 64
        && name.starts_with(is_start)
        && name.chars().all(|c| is_start(c) || c.is_ascii_digit())
        && !SECRETS[BY_NAME..].iter().any(|secret| secret.is_match(name))
}

/// Whether a text holds what looks like a key.
pub(super) fn holds_key(text: &str) -> bool {
    !mask(text).keys.is_empty()
}

/// What stands within the quotes.
fn inner(text: &str, range: Range<usize>) -> Range<usize> {
    let value = &text[range.clone()];
    for quotes in ["\"\"\"", "'''", "\"", "'"] {
        if let Some(rest) = value.strip_prefix(quotes) {
            let end = rest.strip_suffix(quotes).unwrap_or(rest).len();
            return range.start + quotes.len()..range.start + quotes.len() + end;
        }
    }
    range.start..range.start + value.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_blanked_out_wherever_they_stand() {
        for (text, wanted) in [
            ("api_key = \"abc123\"\nmodel = \"m\"\n", "api_key = \"******\"\nmodel = \"m\"\n"),
            ("key = 'abc' # c\n", "key = '***' # c\n"),
            ("token = abc\nx = 1", "token = ***\nx = 1"),
            ("token = abc\"def, ghi", "token = ************"),
            ("my_secret = \"\"\"\nabc\ndef\n\"\"\"\n", "my_secret = \"\"\"\n***\n***\n\"\"\"\n"),
            ("api_key = \"abc", "api_key = \"***"),
            (
                "models = { a = { api-key = \"abc\", model = \"m\" } }",
                "models = { a = { api-key = \"***\", model = \"m\" } }",
            ),
            ("command = [\"m\", \"--key\", \"sk-abcdefgh1234\"]", "command = [\"m\", \"--key\", \"***************\"]"),
            ("# old: sk-ant-abcdefgh\n", "# old: ***************\n"),
            ("base_url = \"https://me:pass@host/v1\"", "base_url = \"https://*******@host/v1\""),
            ("base_url = \"https://host/v1?key=abc\"", "base_url = \"https://host/v1?key=***\""),
            ("trusted = [\"MC4CAQAwBQYD\"]", "trusted = [\"************\"]"),
            (
                "key_file = \"\"\"\n-----BEGIN PRIVATE KEY-----\nabc\n",
                "key_file = \"\"\"\n-----BEGIN PRIVATE KEY-----\n***\n",
            ),
            ("key_env = \"9f8e7d6c\"", "key_env = \"********\""),
            ("key_env = \"sk-abcdefgh\"", "key_env = \"***********\""),
            ("api_key = \"ключ\"", "api_key = \"********\""),
        ] {
            assert_eq!(mask(text).text, wanted);
        }
    }

    #[test]
    fn what_is_no_key_stays() {
        let text = "provider = \"openai\"\nmodel = \"claude-opus-4-20250514\"\nkey_env = \"MY_KEY_2\"\nmax_output_tokens = 4096\n\
                    [budget]\nmax_tokens = 5\n[budget.specs.receipt]\nmax_usd = 0.5\nmax_token = 1_000\n\
                    [headers_env]\nx-api-key = \"MY_KEY_2\"\n";
        assert_eq!(mask(text), Masked { text: text.to_owned(), keys: vec![] });
    }
}
