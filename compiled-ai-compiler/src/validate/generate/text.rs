//! Texts: the unusual ones, and the usual ones spoilt.

use super::dictionary::Dictionary;
use super::random::Random;

/// A large document, in bytes.
const LARGEST: usize = 64 << 10;

/// Bytes of a value that is long where one in an example takes `usual`: what reads a line never gets a book, and what reads documents
/// gets large ones.
pub(super) fn long_for(usual: usize) -> usize {
    usual.saturating_mul(64).clamp(LARGEST / 8, LARGEST)
}

/// Texts that are wrong, empty or odd whatever the function reads. Each has broken some program.
const ODD: &[&str] = &[
    "",
    " ",
    "\n",
    "\t",
    " \t\r\n\u{b}\u{c}\u{85}\u{a0}\u{2028}\u{3000}",
    "\0",
    "\u{1}\u{1b}[31m\u{7f}",
    "\u{feff}",
    "a",
    "é",
    "e\u{301}",
    "ß",
    // Its lower case is longer than itself.
    "İ",
    // Its lower case is shorter.
    "ẞ",
    "ﬁ",
    "中文",
    "😀",
    "👨\u{200d}👩\u{200d}👧",
    "\u{202e}שלום",
    "مرحبا",
    // Digits and numbers that are not ASCII.
    "١٢٣",
    "１２３",
    "½²Ⅷ",
    "0",
    "-0",
    "-1",
    "+1",
    "--1",
    "-",
    ".",
    ",",
    ".5",
    "1.",
    "1.2.3",
    "1,2,3",
    "1e999",
    "NaN",
    "Infinity",
    "0x10",
    "00000000000000000000000000000000000001",
    "2147483648",
    "4294967296",
    "5000000000",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551616",
    "79228162514264337593543950335",
    "99999999999999999999999999999999999999999",
    "0.00000000000000000000000000000000000001",
    "2024-02-29",
    "2023-02-29",
    "31/02/2023",
    "99/99/9999",
    "00/00/0000",
    "25:61:61",
    "12:00 AM",
    "(",
    ")",
    "\"",
    "'",
    "\\",
    "%",
    "{}",
    "[[[[[[[[[[",
    "a:b:c",
    ":",
    "null",
];

/// Odd texts, and `base` as a whole in another form.
pub(super) fn edges(base: &str, dictionary: &Dictionary) -> Vec<String> {
    let mut texts: Vec<String> = ODD.iter().map(|text| (*text).to_owned()).collect();
    texts.extend([
        format!("{base}\n{base}"),
        base.replace('\n', "\r\n"),
        base.replace('\n', " "),
        base.replace(' ', "\t"),
        base.replace(' ', "\u{a0}"),
        base.replace(' ', ""),
        base.to_uppercase(),
        base.to_lowercase(),
        base.chars().rev().collect(),
        base.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect(),
        base.chars().filter(|c| !c.is_ascii_digit()).collect(),
        base.chars().flat_map(|c| [c, '\u{301}']).collect(),
        base.lines().rev().collect::<Vec<_>>().join("\n"),
    ]);
    for known in &dictionary.texts {
        texts.extend([known.clone(), format!("{known}é")]);
        // What the candidate looks for is there, and what it expects behind it is not.
        if let Some(at) = base.find(known.as_str()).filter(|_| !known.trim().is_empty()) {
            let (before, after) = base.split_at(at + known.len());
            let second = after.chars().next().map_or(0, char::len_utf8);
            let (first, rest) = after.split_at(second);
            texts.extend([before.to_owned(), format!("{before}😀{after}"), format!("{before}{first}é{rest}")]);
        }
    }
    texts
}

/// Texts that are far longer than `base`.
pub(super) fn long(base: &str, dictionary: &Dictionary, random: &mut Random) -> Vec<String> {
    let unit = if base.is_empty() { "a " } else { base };
    let character = base.chars().nth(random.below(base.chars().count())).unwrap_or('a');
    let mut units = vec![format!("{unit}\n"), "\n".to_owned(), character.to_string()];
    // Brackets and the like: what a candidate counts, or recurses at.
    let mut marks: Vec<&String> = dictionary.texts.iter().filter(|text| text.chars().count() == 1).collect();
    random.shuffle(&mut marks);
    units.extend(marks.into_iter().take(3).cloned());
    let size = long_for(base.len());
    let long = |unit: String| head(&unit.repeat((size / unit.len()).max(1)), size).to_owned();
    units.into_iter().map(long).collect()
}

/// `base`, spoilt in one to three places.
pub(super) fn spoil(base: &str, dictionary: &Dictionary, random: &mut Random) -> String {
    let mut text = base.to_owned();
    for _ in 0..=random.below(3) {
        text = spoil_once(&text, dictionary, random);
    }
    text
}

fn spoil_once(text: &str, dictionary: &Dictionary, random: &mut Random) -> String {
    let at = boundary(text, random.below(text.len() + 1));
    let (before, after) = text.split_at(at);
    match random.below(12) {
        0 => before.to_owned(),
        1 => after.to_owned(),
        2 => {
            // Another character in the place of one: the text keeps its form, and its bytes move.
            let mut rest = after.chars();
            rest.next();
            format!("{before}{}{}", strange(random), rest.as_str())
        }
        3 => format!("{before}{}{after}", strange(random)),
        4 => format!("{before}{}{after}", random.pick(ODD).copied().unwrap_or_default()),
        5 => match random.pick(&dictionary.texts) {
            Some(known) => format!("{before}{known}{after}"),
            None => before.to_owned(),
        },
        6 => match random.pick(&dictionary.texts) {
            Some(known) => format!("{before}{known}"),
            None => after.to_owned(),
        },
        7 => digits(text, random),
        8 => {
            let number = dictionary.numbers.get(random.below(dictionary.numbers.len()));
            format!("{before}{}{after}", number.map_or_else(|| "-1".to_owned(), ToString::to_string))
        }
        _ => lines(text, random),
    }
}

/// Drops, doubles, swaps, joins or cuts lines; pieces between blanks where there is one line only.
fn lines(text: &str, random: &mut Random) -> String {
    let separator = if text.trim_end().contains('\n') { "\n" } else { " " };
    let mut parts: Vec<&str> = text.split(separator).collect();
    let (a, b) = (random.below(parts.len()), random.below(parts.len()));
    match random.below(5) {
        0 => _ = parts.remove(a),
        1 => parts.insert(b, parts[a]),
        2 => parts.swap(a, b),
        3 => parts[a] = &parts[a][..boundary(parts[a], random.below(parts[a].len() + 1))],
        _ => {
            let number = random.below(50);
            parts.splice(a..a, std::iter::repeat_n(parts[a], number));
        }
    }
    parts.join(separator)
}

/// Changes one run of digits.
fn digits(text: &str, random: &mut Random) -> String {
    let starts: Vec<usize> = text
        .char_indices()
        .filter(|(at, c)| c.is_ascii_digit() && !text[..*at].ends_with(|c: char| c.is_ascii_digit()))
        .map(|(at, _)| at)
        .collect();
    let Some(&start) = random.pick(&starts) else { return format!("{text}0") };
    let length = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let run = &text[start..start + length];
    let other = match random.below(6) {
        0 => String::new(),
        1 => "9".repeat(length),
        2 => "9".repeat(40),
        3 => "0".repeat(length),
        4 => run.chars().map(|_| char::from(b'0' + random.below(10) as u8)).collect(),
        _ => format!("-{run}"),
    };
    format!("{}{other}{}", &text[..start], &text[start + length..])
}

fn strange(random: &mut Random) -> char {
    const STRANGE: &[char] =
        &['é', 'İ', '中', '😀', '\u{301}', '\u{a0}', '\u{200b}', '\0', '\t', '\n', '.', ',', '-', ':', '(', '٣', ' '];
    random.pick(STRANGE).copied().unwrap_or(' ')
}

/// The last boundary between characters at or before `at`.
pub(super) fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The first `most` bytes, or a few less.
pub(super) fn head(text: &str, most: usize) -> &str {
    &text[..boundary(text, most)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_is_what_is_long_beside_the_examples() {
        assert_eq!([0, 60, 500, 5_000].map(long_for), [8 << 10, 8 << 10, 32_000, 64 << 10]);
        let dictionary = Dictionary::default();
        let texts = long(&"ab ".repeat(200), &dictionary, &mut Random::new("seed"));
        assert!(texts.iter().all(|text| (37_000..=38_400).contains(&text.len())), "{texts:?}");
    }
}
