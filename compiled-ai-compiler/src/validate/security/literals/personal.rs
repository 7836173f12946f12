//! Data of people: numbers of cards, accounts and persons, mailboxes, telephones.
//!
//! Only what carries its own proof counts (a check digit, a range, a form): word lists, postcodes, formats and constants of
//! algorithms are what literals of document readers are made of.

use std::sync::OnceLock;

use compiled_ai_core::codes::gate::PERSONAL;
use regex::Regex;

use super::collect::{Literal, Sort};
use super::examples::Prose;
use super::rules::{Rules, quick};
use crate::validate::security::refusal::Refusals;

/// Looks for data of people in each literal. What the spec itself says is the author's decision.
pub(super) fn check(literals: &[Literal], rules: &Rules, prose: Option<&Prose>, refusals: &mut Refusals) {
    for literal in literals.iter().filter(|literal| !matches!(literal.sort, Sort::Neighbours | Sort::Everything)) {
        if let Some((what, found)) = find(literal, rules)
            && !prose.is_some_and(|prose| prose.says(&found))
        {
            let help = "generated code speaks of no person in particular; recognize the form instead of the value";
            refusals.add(PERSONAL, Some(359), literal.at, format!("the literal holds {what}"), help);
        }
    }
}

fn find(literal: &Literal, rules: &Rules) -> Option<(&'static str, String)> {
    let text = &literal.text;
    if literal.sort == Sort::Number {
        return is_card(text, rules).then(|| ("the number of a payment card", text.clone()));
    }
    let marks = Marks::of(text);
    if !marks.is_any() {
        return None;
    }
    let forms = Forms::get();
    let plain = |found: &str| found.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let first = |regex: &Regex, is: &dyn Fn(&str) -> bool| {
        regex.find_iter(text).map(|found| found.as_str()).find(|found| is(found)).map(str::to_owned)
    };
    let unless_sample = |found: &str| !rules.samples.contains(&plain(found));
    // Two numbers side by side look like one.
    let has_card =
        |found: &str| std::iter::once(found).chain(found.split(' ')).any(|part| is_card(&plain(part), rules));
    let card = || first(&forms.card, &has_card);
    let iban = || first(&forms.iban, &|found| unless_sample(found) && is_iban(&plain(found), rules));
    let ssn = || first(&forms.ssn, &|found| unless_sample(found) && is_ssn(&plain(found)));
    let mail = || first(&forms.mail, &|found| is_mailbox(found, rules));
    let phone = || first(&forms.phone, &|found| is_phone(found));
    None.or_else(|| Some(("the number of a payment card", marks.has_card().then(card)??)))
        .or_else(|| Some(("the number of a bank account (IBAN)", marks.has_iban().then(iban)??)))
        .or_else(|| Some(("a social security number", marks.has_ssn().then(ssn)??)))
        .or_else(|| Some(("an e-mail address", marks.has_mail().then(mail)??)))
        .or_else(|| Some(("a telephone number", marks.has_phone().then(phone)??)))
}

/// What a text must hold for a form to be worth looking for: most literals have none of it.
#[derive(Default)]
struct Marks {
    digits: usize,
    capitals: usize,
    letters: usize,
    signs: usize,
    at: bool,
    hyphen: bool,
}

impl Marks {
    fn of(text: &str) -> Self {
        let mut marks = Self::default();
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => marks.digits += 1,
                b'A'..=b'Z' => marks.capitals += 1,
                b'a'..=b'z' => marks.letters += 1,
                b'+' | b'(' | b'.' => marks.signs += 1,
                b'@' => marks.at = true,
                b'-' => marks.hyphen = true,
                _ => {}
            }
        }
        marks
    }

    fn is_any(&self) -> bool {
        self.has_card() || self.has_iban() || self.has_ssn() || self.has_mail() || self.has_phone()
    }

    fn has_card(&self) -> bool {
        self.digits >= 13
    }

    fn has_iban(&self) -> bool {
        self.capitals >= 2 && self.digits >= 2 && self.capitals + self.digits >= 15
    }

    fn has_ssn(&self) -> bool {
        self.digits >= 9 && self.hyphen
    }

    /// `a@b.cd` is the shortest.
    fn has_mail(&self) -> bool {
        self.at && self.capitals + self.letters + self.digits >= 4
    }

    fn has_phone(&self) -> bool {
        self.digits >= 9 && (self.signs > 0 || self.hyphen)
    }
}

struct Forms {
    card: Regex,
    iban: Regex,
    ssn: Regex,
    mail: Regex,
    phone: Regex,
}

impl Forms {
    fn get() -> &'static Self {
        static FORMS: OnceLock<Forms> = OnceLock::new();
        FORMS.get_or_init(|| {
            let regex = |text| quick(text).expect("tested");
            Self {
                card: regex(r"\b[0-9](?:[ -]?[0-9]){12,18}\b"),
                iban: regex(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}\b"),
                ssn: regex(r"\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b"),
                mail: regex(r"\b[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\b"),
                phone: regex(
                    r"\+[1-9][0-9]{0,2}(?:[ .-]?\(?[0-9]{1,4}\)?){2,6}\b|(?:\([2-9][0-9]{2}\) ?|\b[2-9][0-9]{2}[-.])[2-9][0-9]{2}[-.][0-9]{4}\b",
                ),
            }
        })
    }
}

fn is_card(digits: &str, rules: &Rules) -> bool {
    let is_issued = rules.cards.iter().any(|card| {
        card.lengths.contains(&digits.len()) && card.prefixes.iter().any(|prefix| digits.starts_with(prefix.as_str()))
    });
    is_issued && !is_monotonous(digits) && !rules.samples.contains(digits) && is_luhn(digits)
}

fn is_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, digit)| {
            let digit = u32::from(digit - b'0') * if index % 2 == 1 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Powers of ten and rows of one digit are constants.
fn is_monotonous(digits: &str) -> bool {
    let mut different: Vec<u8> = digits.bytes().collect();
    different.sort_unstable();
    different.dedup();
    different.len() <= 3
}

fn is_iban(text: &str, rules: &Rules) -> bool {
    let length = text.get(..2).and_then(|country| rules.iban.get(country));
    if length.is_none_or(|length| *length != text.len()) {
        return false;
    }
    let (head, tail) = text.split_at(4);
    let rest = tail.chars().chain(head.chars()).try_fold(0_u32, |rest, character| {
        let digit = character.to_digit(36)?;
        Some(if digit < 10 { (rest * 10 + digit) % 97 } else { (rest * 100 + digit) % 97 })
    });
    rest == Some(1)
}

fn is_ssn(digits: &str) -> bool {
    let (area, rest) = digits.split_at(3);
    !(matches!(area, "000" | "666") || area.starts_with('9') || rest.starts_with("00") || rest.ends_with("0000"))
}

fn is_mailbox(found: &str, rules: &Rules) -> bool {
    let domain = found.rsplit('@').next().unwrap_or_default().to_lowercase();
    !rules.domains.iter().any(|known| domain == *known || domain.ends_with(&format!(".{known}")))
}

fn is_phone(found: &str) -> bool {
    let digits: String = found.chars().filter(char::is_ascii_digit).collect();
    let (least, national) =
        if found.starts_with('+') { (9, digits.strip_prefix('1')) } else { (10, Some(digits.as_str())) };
    // Numbers that are set aside for fiction.
    let is_fiction = national.is_some_and(|national| national.len() == 10 && national[3..].starts_with("55501"));
    (least..=15).contains(&digits.len()) && !is_monotonous(&digits) && !is_fiction
}
