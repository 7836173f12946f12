//! Sorts of lines.

use super::{digits, when};

pub(super) fn has_company_word(line: &str) -> bool {
    line.split_whitespace().any(|word| {
        let word = word.replace('.', "");
        is_company_word(word.trim_matches(|c: char| !c.is_alphanumeric()))
    })
}

fn is_company_word(word: &str) -> bool {
    matches!(
        word,
        "SDN"
            | "BHD"
            | "BND"
            | "S/B"
            | "PLT"
            | "ENTERPRISE"
            | "TRADING"
            | "RESTORAN"
            | "RESTAURANT"
            | "KEDAI"
            | "KOPITIAM"
            | "CAFE"
            | "KAFE"
            | "MART"
            | "MARKET"
            | "SUPERMARKET"
            | "MINIMARKET"
            | "BAKERY"
            | "HARDWARE"
            | "STATIONERY"
            | "PUSTAKA"
            | "FARMASI"
            | "KLINIK"
            | "BOUTIQUE"
            | "PERNIAGAAN"
            | "SYARIKAT"
            | "AUTO"
    )
}

pub(super) fn is_legal_line(line: &str) -> bool {
    let line = line.replace(['.', ','], "");
    let mut words = line.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|word| matches!(word, "SDN" | "BHD" | "BND" | "S/B" | "PLT" | "(M)" | "ENTERPRISE"))
}

pub(super) fn is_stop_line(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    matches!(
        word,
        "TAX"
            | "SIMPLIFIED"
            | "INVOICE"
            | "INV"
            | "CASH"
            | "OFFICIAL"
            | "RECEIPT"
            | "RESIT"
            | "BILL"
            | "BIL"
            | "DELIVERY"
            | "DOC"
            | "DOCUMENT"
            | "DATE"
            | "TARIKH"
            | "TIME"
            | "TABLE"
            | "CASHIER"
            | "ORDER"
            | "STATION"
            | "COUNTER"
            | "ITEM"
            | "QTY"
    )
}

pub(super) fn is_meta_line(line: &str) -> bool {
    is_contact(line) || line.contains('@') || when::find(line).is_some() || is_number_line(line)
}

fn is_contact(line: &str) -> bool {
    const WORDS: [&str; 12] =
        ["TEL", "FAX", "PHONE", "H/P", "EMAIL", "E-MAIL", "WWW", "HTTP", "GST", "SST", "ROC", "REG"];
    const PAIRS: [(&str, &str); 3] = [("CO", "REG"), ("COMPANY", "REG"), ("BR", "NO")];
    let line = line.trim_start_matches(|c: char| !c.is_alphabetic());
    WORDS.iter().any(|word| after_word(line, word).is_some())
        || PAIRS.iter().any(|(one, two)| {
            let rest = after_word(line, one).map(|rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric()));
            rest.is_some_and(|rest| after_word(rest, two).is_some())
        })
}

/// A bare registration, tax or phone number.
fn is_number_line(line: &str) -> bool {
    let is_word = |word: &str| {
        let word = word.trim_end_matches([',', '.']);
        !word.is_empty() && word.chars().all(char::is_alphabetic)
    };
    digits(line) >= 6 && !line.split_whitespace().any(is_word)
}

/// Whether one pair of brackets holds all of it.
pub(super) fn is_bracketed(line: &str) -> bool {
    let mut depth = 0_u32;
    for (at, c) in line.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return c == ')' && at + 1 == line.len();
        }
    }
    false
}

/// Where `word` stands first as a whole word.
pub(super) fn find_word(line: &str, word: &str) -> Option<usize> {
    line.match_indices(word)
        .map(|(at, _)| at)
        .find(|at| !line[..*at].ends_with(char::is_alphanumeric) && after_word(&line[*at..], word).is_some())
}

/// What follows if `line` begins with the whole word.
fn after_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    line.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphanumeric))
}
