//! What names say of the things that they are given to.

use super::taint::Facts;

/// The words of a name: `api_key`, `apiKey` and `API_KEY_` are `api`, `key`.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words = vec![];
    let mut word = String::new();
    let mut was_lower = false;
    for c in name.chars() {
        let (is_word, is_upper) = if c.is_ascii() {
            (c.is_ascii_alphanumeric(), c.is_ascii_uppercase())
        } else {
            (c.is_alphanumeric(), c.is_uppercase())
        };
        if !is_word || is_upper && was_lower {
            if !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if !is_word {
                was_lower = false;
                continue;
            }
        }
        if c.is_ascii() {
            was_lower = !is_upper;
            word.push(c.to_ascii_lowercase());
        } else {
            was_lower = c.is_lowercase();
            word.extend(c.to_lowercase());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// What the name of a variable, a parameter or a field says of its value.
pub(super) fn facts(name: &str) -> Facts {
    if is_secret(name) { Facts::SECRET } else { Facts::NONE }
}

/// Names of what nobody may read in an output or a log.
pub(super) fn is_secret(name: &str) -> bool {
    are_secret(&words(name))
}

/// The same, of the words of a name.
pub(super) fn are_secret(words: &[String]) -> bool {
    // `password_hash`, `secret_len` and `masked_pin` are none.
    let is_about = words.iter().any(|word| {
        matches!(
            word.as_str(),
            "hash"
                | "hashed"
                | "digest"
                | "len"
                | "length"
                | "masked"
                | "mask"
                | "redacted"
                | "is"
                | "has"
                | "count"
                | "index"
                | "policy"
                | "rules"
                | "min"
                | "max"
                | "strength"
                | "score"
                | "list"
                | "words"
                | "hint"
                | "name"
                | "label"
                | "id"
        )
    });
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    let pair = |a: &str, b: &str| words.windows(2).any(|pair| pair[0] == a && pair[1] == b);
    !is_about
        && (has(&[
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "pwd",
            "secret",
            "secrets",
            "cvv",
            "cvc",
            "ssn",
            "apikey",
            "credential",
            "credentials",
            "privatekey",
            "cardnumber",
        ]) || pair("api", "key")
            || pair("private", "key")
            || pair("secret", "key")
            || pair("encryption", "key")
            || pair("card", "number")
            || pair("access", "token")
            || pair("auth", "token")
            || pair("refresh", "token")
            || pair("session", "token")
            || pair("bearer", "token"))
}

/// Names of what authenticates somebody, so that how it is compared or made matters.
pub(super) fn is_authenticator(name: &str) -> bool {
    are_authenticator(&words(name))
}

/// The same, of the words of a name.
pub(super) fn are_authenticator(words: &[String]) -> bool {
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    let is_qualified = has(&[
        "expected", "stored", "provided", "given", "auth", "access", "session", "api", "csrf", "reset", "bearer",
        "actual", "received", "supplied", "known", "valid", "correct", "real", "user", "client", "server", "admin",
        "secret",
    ]);
    has(&["mac", "hmac", "signature", "sig", "password", "passwd", "secret", "otp", "totp", "csrf", "apikey"])
        || has(&["token", "digest", "hash", "key", "pin", "code", "nonce"]) && is_qualified && words.len() > 1
        || words.windows(2).any(|pair| pair[0] == "api" && pair[1] == "key")
        || are_secret(words)
}

/// Words of names of what must not be guessed or forged: hashes, random numbers and ciphers that are weak matter only beside these.
pub(super) fn are_sensitive(words: &[String]) -> bool {
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    has(&[
        "password",
        "passwd",
        "passphrase",
        "pwd",
        "token",
        "session",
        "sessionid",
        "secret",
        "signature",
        "nonce",
        "otp",
        "totp",
        "csrf",
        "salt",
        "auth",
        "authentication",
        "hmac",
        "mac",
        "apikey",
        "credential",
        "credentials",
        "encrypt",
        "encrypted",
        "encryption",
        "decrypt",
        "invite",
        "voucher",
        "captcha",
        "iv",
        "cookie",
    ]) || words.windows(2).any(|pair| {
        matches!(
            (pair[0].as_str(), pair[1].as_str()),
            ("api", "key")
                | ("reset", "code")
                | ("session", "id")
                | ("one", "time")
                | ("private", "key")
                | ("access", "code")
                | ("verification", "code")
                | ("pin", "code")
                | ("secret", "key")
        )
    })
}

/// Whether the first name of a path is none of the candidate's own.
pub(super) fn is_foreign(name: &str) -> bool {
    matches!(
        name,
        "String"
            | "Vec"
            | "Box"
            | "Some"
            | "Ok"
            | "Err"
            | "Cow"
            | "char"
            | "str"
            | "std"
            | "core"
            | "kit"
            | "text"
            | "money"
            | "dates"
            | "table"
            | "similarity"
            | "words"
            | "Decimal"
            | "BTreeMap"
            | "BTreeSet"
            | "VecDeque"
            | "BinaryHeap"
            | "Option"
            | "Result"
            | "iter"
            | "mem"
            | "cmp"
            | "u8"
            | "u16"
            | "u32"
            | "u64"
            | "u128"
            | "usize"
            | "i8"
            | "i16"
            | "i32"
            | "i64"
            | "i128"
            | "isize"
            | "f32"
            | "f64"
    )
}
