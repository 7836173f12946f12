//! Legal forms in company names.

use crate::kit::fold;

/// Legal forms, each with the ways it is written; the first is the usual one.
const FORMS: &[&[&str]] = &[
    &["Sdn Bhd", "Sendirian Berhad", "Sdn Berhad"],
    &["Bhd", "Berhad"],
    &["Pte Ltd", "Private Limited", "Pvt Ltd", "Pvt Limited", "Pte Limited", "P Ltd"],
    &["Pty Ltd", "Proprietary Limited", "Pty Limited"],
    &["Co Ltd", "Company Limited", "Co Limited"],
    &["Ltd", "Limited"],
    &["LLC", "Limited Liability Company"],
    &["LLP", "Limited Liability Partnership", "PLT"],
    &["LP", "Limited Partnership"],
    &["PLC", "Public Limited Company"],
    &["Inc", "Incorporated"],
    &["Corp", "Corporation"],
    &["Co", "Company"],
    &["GmbH & Co KG", "GmbH und Co KG"],
    &["GmbH", "Gesellschaft mit beschränkter Haftung"],
    &["AG", "Aktiengesellschaft"],
    &["UG", "UG haftungsbeschränkt"],
    &["KG"],
    &["OHG"],
    &["e.K."],
    &["e.V."],
    &["SA", "Société Anonyme", "Sociedad Anónima"],
    &["SAS"],
    &["SARL"],
    &["SpA"],
    &["Srl"],
    &["SL"],
    &["Lda", "Limitada", "Ltda"],
    &["BV", "Besloten Vennootschap"],
    &["NV", "Naamloze Vennootschap"],
    &["Sp z oo"],
    &["AB", "Aktiebolag"],
    &["AS"],
    &["ApS"],
    &["Oy", "Oyj"],
    &["KK", "Kabushiki Kaisha"],
    &["Tbk"],
];

/// Words that businesses call themselves by, in English and Malay.
const BUSINESS_WORDS: &[&str] = &[
    "agency",
    "auto",
    "bakery",
    "bistro",
    "bookshop",
    "bookstore",
    "boutique",
    "cafe",
    "catering",
    "centre",
    "clinic",
    "company",
    "department",
    "electrical",
    "electronics",
    "engineering",
    "enterprise",
    "enterprises",
    "fashion",
    "food",
    "foods",
    "furniture",
    "gallery",
    "group",
    "hardware",
    "holdings",
    "hospital",
    "hotel",
    "industries",
    "industry",
    "kedai",
    "klinik",
    "kopitiam",
    "logistics",
    "machinery",
    "mart",
    "marketing",
    "minimarket",
    "motor",
    "motors",
    "pasaraya",
    "perniagaan",
    "petrol",
    "pharmacy",
    "farmasi",
    "restaurant",
    "restoran",
    "salon",
    "seafood",
    "services",
    "shop",
    "solutions",
    "stationery",
    "station",
    "store",
    "stores",
    "studio",
    "supermarket",
    "supplies",
    "supply",
    "syarikat",
    "systems",
    "tailor",
    "technology",
    "trading",
    "ventures",
    "workshop",
];

/// The legal form at the end of `name`, in its usual spelling; a part in parentheses after it is skipped.
///
/// ```
/// # use compiled_ai_runtime::kit::words::company_suffix;
/// assert_eq!(company_suffix("MR D.I.Y. SDN. BHD. (860671-D)"), Some("Sdn Bhd"));
/// assert_eq!(company_suffix("Coolblue B.V."), Some("BV"));
/// ```
pub fn company_suffix(name: &str) -> Option<&'static str> {
    form_at_end(without_note(name)).map(|(form, _)| form)
}

/// `name` without its legal form and what follows that; trimmed, and whole if it has none.
///
/// ```
/// # use compiled_ai_runtime::kit::words::strip_company_suffix;
/// assert_eq!(strip_company_suffix("ACME, Inc."), "ACME");
/// ```
pub fn strip_company_suffix(name: &str) -> &str {
    let cut = form_at_end(without_note(name)).map_or(name.len(), |(_, start)| start);
    name[..cut].trim().trim_end_matches([',', ' '])
}

/// The company's name in a line, from its first letter or digit up to its first legal form.
///
/// ```
/// # use compiled_ai_runtime::kit::words::company_name;
/// assert_eq!(company_name("* ABC (M) SDN BHD (123-X) TEL 07"), Some("ABC (M) SDN BHD"));
/// assert_eq!(company_name("CO. REG: 933109-X"), None);
/// ```
pub fn company_name(line: &str) -> Option<&str> {
    let start = line.find(char::is_alphanumeric)?;
    let mut best: Option<(usize, usize)> = None;
    for (at, c) in line.char_indices().filter(|(at, c)| *at >= start && c.is_alphanumeric()) {
        let mut end = at + c.len_utf8();
        if line[end..].starts_with(char::is_alphanumeric) {
            continue;
        }
        let Some((form, form_start)) = form_at_end(&line[start..end]).map(|(form, n)| (form, start + n)) else {
            continue;
        };
        // `CO LTD` and `CO. (M) BHD` go on after `CO`; a later form of another company does not count.
        if best.is_some_and(|(first, known)| form_start > first && !is_note(&line[known.min(form_start)..form_start])) {
            break;
        }
        let short = form.len() < 4 && line[end..].trim_start_matches(['.', ' ']).starts_with(char::is_alphanumeric);
        let named = line[start..form_start].contains(char::is_alphanumeric);
        if named && (!short || best.is_some()) {
            end += usize::from(line[end..].starts_with('.'));
            best = Some((form_start, end));
        }
    }
    best.map(|(_, end)| &line[start..end])
}

/// Whether `line` has a word that businesses call themselves by (`ENTERPRISE`, `RESTORAN`, `HARDWARE`, …).
pub fn has_business_word(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphanumeric());
    words.any(|word| BUSINESS_WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

/// Whether `s` is nothing but white space, punctuation and at most one part in parentheses.
fn is_note(s: &str) -> bool {
    let outside = match (s.find('('), s.rfind(')')) {
        (Some(open), Some(close)) if open < close => [&s[..open], &s[close..]],
        _ => [s, ""],
    };
    outside.iter().all(|part| !part.contains(char::is_alphanumeric))
}

/// `name` without a last part in parentheses.
fn without_note(name: &str) -> &str {
    let trimmed = name.trim_end();
    match trimmed.strip_suffix(')').and_then(|inside| inside.rfind('(')) {
        Some(open) if open > 0 => &trimmed[..open],
        _ => trimmed,
    }
}

/// The longest legal form that `name` ends with, and the byte where it starts.
fn form_at_end(name: &str) -> Option<(&'static str, usize)> {
    let mut best: Option<(&'static str, usize)> = None;
    for form in FORMS {
        for spelling in *form {
            let start = start_of_suffix(name, spelling);
            if let Some(start) = start.filter(|&start| best.is_none_or(|(_, known)| start < known)) {
                best = Some((form[0], start));
            }
        }
    }
    best
}

/// Where `name`'s end has the letters of `suffix`, ignoring case and punctuation, as words of their own.
fn start_of_suffix(name: &str, suffix: &str) -> Option<usize> {
    let mut letters = name.char_indices().rev().filter(|(_, c)| c.is_alphanumeric());
    let mut start = None;
    for wanted in suffix.chars().rev().filter(|c| c.is_alphanumeric()) {
        let (at, c) = letters.next()?;
        if fold::fold(c) != fold::fold(wanted) {
            return None;
        }
        start = Some(at);
    }
    start.filter(|&at| !name[..at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_form_counts() {
        for (name, form) in [
            ("A Co., Ltd.", Some("Co Ltd")),
            ("A Pty. Limited", Some("Pty Ltd")),
            ("X GmbH & Co. KG", Some("GmbH & Co KG")),
            ("iViveLabs Ltd.", Some("Ltd")),
            ("ORLEN S.A.", Some("SA")),
            ("CASA", None),
            ("BIG PETS A", None),
            ("Firma Sp. z o.o.", Some("Sp z oo")),
            ("", None),
            ("(M)", None),
        ] {
            assert_eq!(company_suffix(name), form, "{name}");
        }
    }

    #[test]
    fn names_within_a_line() {
        for (line, name) in [
            ("S.H.H. MOTOR (SUNGAI RENGIT) SDN. BHD.", Some("S.H.H. MOTOR (SUNGAI RENGIT) SDN. BHD.")),
            ("ABC CO LTD - SHIP TO: XYZ LTD", Some("ABC CO LTD")),
            ("QualityHosting AG - Uferweg 40", Some("QualityHosting AG")),
            ("TEL CO 5 STREET", None),
            ("SDN BHD", None),
            ("AEON CO. (M) BHD (126926-H)", Some("AEON CO. (M) BHD")),
            ("YONGFATT ENTERPRISE", None),
            ("é (", None),
        ] {
            assert_eq!(company_name(line), name, "{line}");
        }
        assert!(has_business_word("YONGFATT ENTERPRISE") && !has_business_word("TAN WOON YANN"));
    }

    #[test]
    fn stripping_leaves_the_name() {
        assert_eq!(strip_company_suffix("ABC SDN BHD (1-X)"), "ABC");
        assert_eq!(strip_company_suffix(" ABC (1-X) "), "ABC (1-X)");
    }
}
