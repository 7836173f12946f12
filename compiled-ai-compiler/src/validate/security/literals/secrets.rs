//! Keys, tokens and passwords.

use compiled_ai_core::codes::gate::SECRET;

use super::collect::{Literal, Sort};
use super::rules::{Rules, Secret};
use crate::validate::security::refusal::Refusals;

/// Looks for secrets in all literals at once.
pub(super) fn check(literals: &[Literal], rules: &Rules, refusals: &mut Refusals) {
    let (mut lines, mut starts) = (String::new(), vec![]);
    for literal in literals.iter().filter(|literal| !matches!(literal.sort, Sort::Number | Sort::Neighbours)) {
        starts.push((lines.len(), literal));
        if let Some(name) = &literal.name {
            lines.push_str(name);
            lines.push_str(" = ");
        }
        lines.push('"');
        lines.push_str(&literal.text);
        lines.push_str("\"\n");
        let is_secret = |name: &str| {
            (is_password_name(name) || name == "pin" && is_chosen(&literal.text)) && is_password(&literal.text, name)
        };
        if literal.name.as_deref().is_some_and(is_secret) {
            let help = "generated code knows no password; leave it away, or compare with a value from `input`";
            refusals.add(SECRET, Some(798), literal.at, "the literal is a password", help);
        }
    }
    for secret in rules.keywords.matches(&lines).iter().map(|index| &rules.secrets[index]) {
        for captures in secret.regex.captures_iter(&lines) {
            if refusals.is_full() {
                return;
            }
            let Some(found) = captures.get(1).or_else(|| captures.get(0)) else { continue };
            let holder = starts.partition_point(|(start, _)| *start <= found.start()).checked_sub(1);
            let Some((_, literal)) = holder.map(|index| starts[index]) else { continue };
            if is_secret(secret, found.as_str(), literal) {
                let message = format!("the literal holds a secret ({})", secret.id);
                let help = "generated code needs no key, token or password; leave it away";
                refusals.add(SECRET, Some(798), literal.at, message, help);
            }
        }
    }
}

fn is_secret(secret: &Secret, found: &str, literal: &Literal) -> bool {
    // Texts that are side by side in a file, but nowhere else, can be anything but a key of a certain form.
    if literal.sort == Sort::Everything && secret.is_generic {
        return false;
    }
    if entropy(found) < secret.entropy || is_placeholder(found) {
        return false;
    }
    if !secret.is_generic {
        return true;
    }
    // Words in a variable with a telling name are the rule in readers of documents: `token = "subtotal_amount"`. What people
    // choose or machines make as a secret mixes letters and digits.
    let has = |test: fn(char) -> bool| found.chars().any(test);
    let has_digits = found.chars().filter(char::is_ascii_digit).count() >= 2;
    // Words are put together by these.
    let is_word = |c: char| matches!(c, '_' | '-' | '.');
    let is_one_word = !has(is_word);
    let is_mixed = has_digits
        && has(|c| c.is_ascii_lowercase())
        && (has(|c| c.is_ascii_uppercase())
            || found.chars().any(|c| !c.is_ascii_alphanumeric() && !is_word(c))
            || (is_one_word && found.len() >= 12));
    let is_long = has_digits && has(|c| c.is_ascii_alphabetic()) && is_one_word && found.len() >= 20;
    literal.sort != Sort::Pattern && (is_mixed || is_long)
}

/// Whether a variable, constant or field of this name holds a password.
pub(super) fn is_password_name(name: &str) -> bool {
    let last = name.rsplit('_').find(|word| !word.is_empty() && word.bytes().any(|byte| byte.is_ascii_alphabetic()));
    let last = last.unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_digit()).to_lowercase();
    ["password", "passwd", "passphrase", "passcode", "pwd", "passwort", "userpassword", "dbpassword"]
        .contains(&last.as_str())
}

/// Letters and digits in one word: a PIN that is no number, and no name of one.
fn is_chosen(text: &str) -> bool {
    let has = |test: fn(&u8) -> bool| text.as_bytes().iter().any(test);
    text.len() >= 6 && has(u8::is_ascii_digit) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase)
}

/// Whether a text is what somebody would type: one word that is no placeholder, no label and no part of a sentence.
fn is_password(text: &str, name: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let (word, name) = (letters(text), letters(name));
    let labels = ["pass", "passes", "passed", "password", "passwords", "passwd", "passphrase", "passcode", "pwd", "pw"];
    (4..=64).contains(&text.chars().count())
        && !text.chars().any(char::is_whitespace)
        && !word.is_empty()
        && word != name
        && !labels.contains(&word.as_str())
        && !is_placeholder(text)
        // `password:`, `--password`, `{password}`, `***`: labels, options and forms.
        && !text.ends_with([':', '=', '?'])
        && !text.starts_with(['-', '/', '<', '{', '$', '%', '*'])
}

/// `xxxxxxxx`, `<your-token>`, `${TOKEN}`.
fn is_placeholder(found: &str) -> bool {
    let lower = found.to_lowercase();
    ["example", "your", "xxxx", "redacted", "placeholder", "changeme"].iter().any(|word| lower.contains(word))
        || found.starts_with(['<', '$', '{'])
}

/// Shannon entropy, in bits a character.
fn entropy(text: &str) -> f64 {
    let mut counts = std::collections::BTreeMap::new();
    for character in text.chars() {
        *counts.entry(character).or_insert(0_u32) += 1;
    }
    let length = text.chars().count() as f64;
    counts.values().map(|&count| f64::from(count) / length).map(|share| -share * share.log2()).sum()
}
