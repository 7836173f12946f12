//! What a function claims of its input without having looked: that it is signed, equal, allowed, or known by heart.

mod answers;
mod hashed;
mod unsigned;
mod verdicts;

use compiled_ai_core::codes::gate::{BACK_DOOR, CRYPTOGRAPHY, DISCLOSURE, EXAMPLE};
use syn::File;

use super::functions::Functions;
use super::words::Words;
use crate::validate::security::literals::Reader;
use crate::validate::security::refusal::Refusals;

/// Looks at a file. `is_bare`: no spec says what the words are that it may look for.
pub(super) fn check(
    file: &File,
    functions: &Functions<'_>,
    reader: &Reader<'_>,
    words: &Words,
    is_bare: bool,
    refusals: &mut Refusals,
) {
    let signs = words.speak_of(SIGNS);
    let has_secrets = words.speak_of(SECRETS);
    let guards_secrets = signs || has_secrets;
    let mut sorted: Vec<&String> = functions.keys().collect();
    sorted.sort();
    for name in sorted {
        let function = functions[name];
        if signs && let Some(at) = unsigned::takes_unsigned(name, function) {
            let help = "refuse what has no signature, whatever it says of its algorithm";
            refusals.add(CRYPTOGRAPHY, Some(347), at, "what is not signed is taken as if it were", help);
        }
        if guards_secrets && let Some(at) = verdicts::stops_at_the_shorter(function) {
            let help = "compare the lengths first, and then all of it with `|=` and `^`";
            refusals.add(CRYPTOGRAPHY, Some(697), at, "two texts are compared as far as the shorter one goes", help);
        }
        if is_bare && let Some(at) = verdicts::lets_somebody_in(function) {
            let help = "leave it away: what lets one in must hold for all";
            refusals.add(BACK_DOOR, Some(506), at, "one user, key or header passes all checks", help);
        }
        if has_secrets && let Some(at) = verdicts::shows_beside_masked(function, words, reader) {
            let help = "show what was masked only";
            refusals.add(DISCLOSURE, Some(532), at, "what is masked stands beside it as it was", help);
        }
    }
    if !is_bare {
        return;
    }
    let hashed = hashed::find(file);
    if let Some(at) = hashed.singled_out {
        let help = "leave it away, or name the case that is treated differently";
        refusals.add(BACK_DOOR, Some(506), at, "one number is singled out by its hash", help);
    }
    if let Some(at) = answers::by_heart(file).or(hashed.answers) {
        let help = "read the answer off the input";
        refusals.add(EXAMPLE, None, at, "answers that are known by heart", help);
    }
}

/// Words of what is signed.
const SIGNS: &[&str] = &["alg", "signature", "sig", "signed", "jwt", "jws", "hmac", "mac", "bearer"];

/// Words of what nobody may see or guess.
const SECRETS: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "secret",
    "token",
    "apikey",
    "otp",
    "pin",
    "cvv",
    "digest",
    "fingerprint",
    "credential",
    "csrf",
    "signature",
    "hmac",
    "mac",
];
