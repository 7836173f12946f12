//! The amount due.

use std::ops::Range;
use std::sync::LazyLock;

use compiled_ai::Decimal;
use regex::Regex;

/// Sign, currency, sign, digits with thousands commas, and the digits behind the decimal sign.
static AMOUNT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([-(] ?)?(?:(?:RM|MYR|\$) ?)?([-(] ?)?([0-9O]+(?:,[0-9O]{3})*) ?[.,]([0-9O]+)")
        .expect("a regular expression")
});

/// Sens, and where they stand in the line.
struct Amount {
    sens: i64,
    at: Range<usize>,
}

/// The amount due; `None` where none is readable, or it is negative.
pub(super) fn total(lines: &[&str]) -> Option<Decimal> {
    let (mut last_final, mut total, mut rounding) = (None, None, None);
    for (at, line) in lines.iter().enumerate() {
        if is_tax_summary(line) {
            break;
        }
        let Some((text, sens)) = labelled_amount(line, lines.get(at + 1).copied()) else { continue };
        let label = label(text);
        if is_ignored(&label) {
            continue;
        }
        let has_total = label.contains("TOTAL");
        if is_final(&label, has_total) {
            last_final = Some(sens);
        } else if has_total || label.contains("JUMLAH") {
            total = Some(sens);
            rounding = None;
        } else if total.is_some() && rounding.is_none() && label.contains("ROUND") {
            rounding = Some(sens);
        }
    }
    let sens: i64 = last_final.or_else(|| total?.checked_add(rounding.unwrap_or(0)))?;
    (sens >= 0).then(|| Decimal::new(sens, 2))
}

fn is_tax_summary(line: &str) -> bool {
    let is_other = |c: char| !c.is_alphanumeric();
    let line = line.trim_start_matches(is_other);
    let rest = ["GST", "SST", "TAX"].iter().find_map(|tax| line.strip_prefix(tax));
    let rest = rest.map(|rest| rest.trim_start_matches(is_other));
    rest.is_some_and(|rest| rest.starts_with("SUMMARY") || rest.starts_with("CODE"))
}

/// The text before the line's amount, and the amount, which may be all that stands on the next line.
fn labelled_amount<'a>(line: &'a str, next: Option<&str>) -> Option<(&'a str, i64)> {
    if let Some(amount) = last_amount(line) {
        return Some((&line[..amount.at.start], amount.sens));
    }
    let next = next?;
    let amount = last_amount(next)?;
    let is_alone = !next[..amount.at.start].contains(char::is_alphanumeric)
        && !next[amount.at.end..].contains(char::is_alphanumeric);
    is_alone.then_some((line, amount.sens))
}

fn last_amount(line: &str) -> Option<Amount> {
    AMOUNT.captures_iter(line).filter_map(|found| amount(line, &found)).last()
}

fn amount(line: &str, found: &regex::Captures<'_>) -> Option<Amount> {
    let (whole, cents) = (found.get(3)?, found.get(4)?);
    let has_digit = whole.as_str().bytes().any(|byte| byte.is_ascii_digit());
    let in_word = line[..found.get_match().start()].ends_with(char::is_alphabetic) && whole.as_str().starts_with('O');
    if cents.len() != 2 || in_word || !has_digit && whole.len() > 1 {
        return None;
    }
    let mut digits = whole.as_str().bytes().filter(|byte| *byte != b',').chain(cents.as_str().bytes());
    let sens = digits.try_fold(0_i64, |sum, byte| {
        let digit = if byte == b'O' { 0 } else { byte - b'0' };
        sum.checked_mul(10)?.checked_add(digit.into())
    });
    // One that is too large for an amount is no readable amount, and no total either.
    let sens = sens.unwrap_or(i64::MIN);
    let is_negative = found.get(1).or(found.get(2)).is_some();
    Some(Amount { sens: if is_negative { sens.saturating_neg() } else { sens }, at: found.get_match().range() })
}

/// Letters and digits alone, `0` read as the letter that it may be.
fn label(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).map(|c| if c == '0' { 'O' } else { c }).collect()
}

fn is_ignored(label: &str) -> bool {
    const WITHIN: [&str; 14] = [
        "SUBTOTAL",
        "JUMLAHKECIL",
        "QTY",
        "ITEM",
        "UNIT",
        "EXCL",
        "BEFORE",
        "DISC",
        "SAV",
        "PAID",
        "POINT",
        "TOTALGST",
        "TOTALTAX",
        "TOTALSST",
    ];
    ["GST", "SST", "TAX"].iter().any(|tax| label.starts_with(tax)) || WITHIN.iter().any(|word| label.contains(word))
}

fn is_final(label: &str, has_total: bool) -> bool {
    let contains = |words: &[&str]| words.iter().any(|word| label.contains(word));
    contains(&["GRANDTOTAL", "NETTOTAL", "NETTTOTAL", "AMOUNTDUE", "TOTALDUE", "PAYABLE"])
        || has_total && contains(&["ROUNDED", "ROUNDDTOTAL", "AFTERROUND", "AFTERADJ"])
}
