//! Looking for the key, in every form that it may take.
#![allow(dead_code, reason = "each test uses some of it")]

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use super::peers::KEY;

/// The key in every form that a server may echo.
pub(crate) fn forms() -> Vec<String> {
    let each = |form: &dyn Fn(u8) -> String| KEY.bytes().map(form).collect::<String>();
    vec![
        KEY.to_owned(),
        KEY.to_uppercase(),
        STANDARD.encode(KEY),
        STANDARD.encode(format!("user:{KEY}")),
        URL_SAFE_NO_PAD.encode(format!("Bearer {KEY}")),
        each(&|byte| format!("%{byte:02X}")),
        each(&|byte| format!("{byte:02x}")),
        each(&|byte| format!("\\u{byte:04x}")),
        each(&|byte| format!("{}\u{200b}", char::from(byte))),
        each(&|byte| format!("{}\\u001b", char::from(byte))),
        KEY[..KEY.len() - 3].to_owned(),
        KEY[9..].to_owned(),
    ]
}

/// What may not be found: the key without its public prefix, in parts of twelve, in each encoding.
pub(crate) fn is_clean(text: &str) -> Result<(), String> {
    let secret = &KEY["sk-ant-api03-".len()..];
    let text = text.to_ascii_lowercase();
    let mut parts: Vec<String> = (0..=secret.len() - 12).map(|at| secret[at..at + 12].to_owned()).collect();
    for before in ["", "a", "ab"] {
        let encoded = STANDARD.encode(format!("{before}{secret}"));
        parts.push(encoded[4..encoded.len() - 4].to_owned());
    }
    parts.push(secret.bytes().map(|byte| format!("%{byte:02x}")).collect());
    parts.push(secret.bytes().map(|byte| format!("{byte:02x}")).collect());
    parts.push(secret.bytes().map(|byte| format!("\\u{byte:04x}")).collect());
    match parts.iter().find(|part| text.contains(&part.to_ascii_lowercase())) {
        Some(part) => Err(format!("`{part}` stands in: {text}")),
        None => Ok(()),
    }
}
