//! Where an answer stands in an input, and others of the same form in its place.

use std::collections::{BTreeMap, BTreeSet};

use compiled_ai_core::value::Value;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::edit;

/// The fewest letters or digits of an answer that stands in an input for more than by chance.
const SHORTEST: usize = 3;

/// Inputs for one answer at most.
pub(super) const MOST: usize = 4;

/// Inputs with other values wherever `answer` stands in `input`; none if it does not. Words that are in `said` stay.
pub(super) fn substitutions(
    answer: &Value,
    input: &BTreeMap<String, Value>,
    said: &BTreeSet<String>,
) -> Vec<BTreeMap<String, Value>> {
    let pairs = match answer {
        Value::String(text) => others_of_text(text, said),
        Value::Int(number) => others_of_number(Decimal::from(*number)),
        Value::Decimal(number) => others_of_number(*number),
        Value::Date(date) => others_of_date(*date),
        _ => vec![],
    };
    let inputs = pairs.into_iter().filter_map(|(form, other)| {
        let (input, count) = edit::texts(input, &mut |text| replaced(text, &form, &other));
        (count > 0).then_some(input)
    });
    inputs.take(MOST).collect()
}

/// Whether a value holds digits when it is printed.
pub(super) fn has_digits(value: &Value) -> bool {
    match value {
        Value::String(text) => text.chars().filter(char::is_ascii_digit).count() >= SHORTEST,
        Value::Int(_) | Value::Decimal(_) | Value::Date(_) => true,
        _ => false,
    }
}

/// `text` with `other` wherever `form` stands by itself, in any case; `None` if it does not. Both are equally long.
fn replaced(text: &str, form: &str, other: &str) -> Option<String> {
    let (lower, form) = (text.to_ascii_lowercase(), form.to_ascii_lowercase());
    let mut result = String::with_capacity(text.len());
    let mut end = 0;
    for (at, found) in lower.match_indices(form.as_str()) {
        let after = at + found.len();
        if !stands_alone(&lower[..at], &lower[after..]) {
            continue;
        }
        result.push_str(&text[end..at]);
        // In the case that the text has there.
        let is_lower = !text[at..after].chars().any(|c| c.is_ascii_uppercase());
        result.push_str(&if is_lower { other.to_ascii_lowercase() } else { other.to_owned() });
        end = after;
    }
    result.push_str(&text[end..]);
    (end > 0).then_some(result)
}

/// Whether what stands between two texts is no part of a longer word or number.
fn stands_alone(before: &str, after: &str) -> bool {
    let ends_number = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut next = after.chars();
    let first = next.next();
    let goes_on = matches!(first, Some('.' | ',')) && next.next().is_some_and(|c| c.is_ascii_digit());
    let began = before.strip_suffix(['.', ',']).is_some_and(ends_number);
    !word(before.chars().next_back()) && !word(first) && !goes_on && !began
}

/// Another text of the same form for each way to change one.
fn others_of_text(text: &str, said: &BTreeSet<String>) -> Vec<(String, String)> {
    if text.chars().filter(|c| c.is_alphanumeric()).count() < SHORTEST + 1 || !text.is_ascii() {
        return vec![];
    }
    let is_free = |word: &str| word.len() >= SHORTEST && !said.contains(&word.to_lowercase());
    let is_part = |c: char| c.is_ascii_alphanumeric();
    let each_word = |change: &dyn Fn(&str) -> String| {
        let mut result = String::new();
        let mut rest = text;
        while let Some(start) = rest.find(is_part) {
            let end = rest[start..].find(|c| !is_part(c)).map_or(rest.len(), |length| start + length);
            result.push_str(&rest[..start]);
            let word = &rest[start..end];
            result.push_str(&if is_free(word) { change(word) } else { word.to_owned() });
            rest = &rest[end..];
        }
        result + rest
    };
    let digits = each_word(&|word| word.chars().map(other_digit).collect());
    let letters = each_word(&|word| word.chars().map(other_letter).collect());
    let last = each_word(&|word| {
        let (head, tail) = word.split_at(word.len() - 1);
        head.to_owned() + &tail.chars().map(other_letter).map(other_digit).collect::<String>()
    });
    [digits, last, letters].into_iter().filter(|other| other != text).map(|other| (text.to_owned(), other)).collect()
}

/// A vowel for a vowel and a consonant for a consonant.
fn other_letter(letter: char) -> char {
    let next = |row: &str| {
        let at = row.find(letter)?;
        row[at + 1..].chars().next().or_else(|| row.chars().next())
    };
    ["aeiou", "AEIOU", "bcdfghjklmnpqrstvwxyz", "BCDFGHJKLMNPQRSTVWXYZ"].into_iter().find_map(next).unwrap_or(letter)
}

fn other_digit(character: char) -> char {
    match character.to_digit(10) {
        // Neither from zero nor to it, so that a number keeps its length.
        Some(digit @ 1..=9) => char::from_digit(digit % 9 + 1, 10).unwrap_or(character),
        _ => character,
    }
}

fn others_of_number(number: Decimal) -> Vec<(String, String)> {
    let mut forms = vec![number.to_string()];
    let mut with_cents = number;
    with_cents.rescale(2);
    if with_cents == number {
        forms.push(with_cents.to_string());
    }
    forms.push(number.normalize().to_string());
    forms.extend(forms.clone().iter().map(|form| with_commas(form)));
    let mut seen = BTreeSet::new();
    forms.retain(|form| form.chars().filter(char::is_ascii_digit).count() >= SHORTEST && seen.insert(form.clone()));
    let change_at = |form: &str, position: usize| {
        let mut digits = 0;
        let changed = form.chars().map(|character| {
            digits += usize::from(character.is_ascii_digit());
            if character.is_ascii_digit() && digits == position { other_digit(character) } else { character }
        });
        changed.collect::<String>()
    };
    forms
        .iter()
        .flat_map(|form| [1, 2].map(|position| (form.clone(), change_at(form, position))))
        .filter(|(form, other)| form != other)
        .collect()
}

/// `1234.50` as `1,234.50`.
fn with_commas(form: &str) -> String {
    let (whole, cents) = form.split_at(form.find('.').unwrap_or(form.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.char_indices() {
        let is_start = whole[..index].chars().all(|c| !c.is_ascii_digit());
        if !is_start && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + cents
}

fn others_of_date(date: Date) -> Vec<(String, String)> {
    let (day, month) = (date.day(), date.month());
    // A day that can't be taken for a month stays one that can't.
    let (low, high) = if day > 12 { (13, 28) } else { (1, 12) };
    let days = (low..=high).filter(|other| *other != day && *other != month).take(2);
    let mut others: Vec<Date> = days.filter_map(|day| Date::new(date.year(), month, day).ok()).collect();
    others.extend(Date::new(date.year() - 1, month, day.min(28)).ok());
    let formats = [
        "%Y-%m-%d",
        "%d/%m/%Y",
        "%d-%m-%Y",
        "%d.%m.%Y",
        "%m/%d/%Y",
        "%m-%d-%Y",
        "%Y/%m/%d",
        "%Y.%m.%d",
        "%Y%m%d",
        "%d/%m/%y",
        "%d-%m-%y",
        "%d.%m.%y",
        "%m/%d/%y",
        "%-d/%-m/%Y",
        "%-m/%-d/%Y",
        "%-d.%-m.%Y",
        "%-d/%-m/%y",
        "%-m/%-d/%y",
        "%d %b %Y",
        "%d-%b-%Y",
        "%d %B %Y",
        "%-d %b %Y",
        "%-d %B %Y",
        "%b %d, %Y",
        "%B %d, %Y",
        "%B %-d, %Y",
        "%b %-d, %Y",
        "%d-%b-%y",
        "%d %b %y",
    ];
    let printed = |date: Date, format: &str| date.strftime(format).to_string().to_uppercase();
    formats
        .iter()
        .flat_map(|format| {
            others.iter().map(|other| (printed(date, format), printed(*other, format))).collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pairs: &[(&str, &str)]) -> BTreeMap<String, Value> {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), Value::String((*text).to_owned()))).collect()
    }

    fn inputs(answer: &Value, input: &str, said: &[&str]) -> Vec<String> {
        let said = said.iter().map(|word| (*word).to_owned()).collect();
        let found = substitutions(answer, &text(&[("text", input)]), &said);
        let texts = found.into_iter().map(|substitution| match &substitution["text"] {
            Value::String(text) => text.clone(),
            other => panic!("{other:?}"),
        });
        texts.collect()
    }

    #[test]
    fn amounts_are_replaced_as_they_are_printed_and_only_where_they_stand_alone() {
        let total = Value::Decimal(Decimal::new(12_345, 1));
        assert_eq!(inputs(&total, "CASH 1,234.50 X1234.501 1,234.50.", &[])[0], "CASH 2,234.50 X1234.501 2,234.50.");
        assert_eq!(inputs(&total, "1234.5", &[]), ["2234.5", "1334.5"]);
        assert!(inputs(&Value::Int(7), "7 apples", &[]).is_empty());
    }

    #[test]
    fn dates_are_replaced_in_their_own_form() {
        let date = Value::Date(Date::constant(2018, 3, 25));
        assert_eq!(inputs(&date, "on 25/03/2018", &[]), ["on 13/03/2018", "on 14/03/2018", "on 25/03/2017"]);
        assert_eq!(inputs(&date, "25 mar 18", &[])[0], "13 mar 18");
    }

    #[test]
    fn names_change_but_for_what_the_spec_says() {
        let name = Value::String("ZHENG HUI SDN BHD".to_owned());
        let found = inputs(&name, "zheng hui sdn bhd\n", &["sdn", "bhd"]);
        assert_eq!(found, ["zhenh huo sdn bhd\n", "bjiph jao sdn bhd\n"]);
        assert!(inputs(&name, "zheng", &[]).is_empty());
    }
}
