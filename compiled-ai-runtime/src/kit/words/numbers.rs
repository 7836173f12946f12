//! Numbers in English words.

use alloc::string::String;

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const SCALES: [(&str, i64); 5] = [
    ("quadrillion", 1_000_000_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("billion", 1_000_000_000),
    ("million", 1_000_000),
    ("thousand", 1_000),
];

/// The number that the English words say; `None` if a word is no number. Below 10^18.
///
/// ```
/// # use compiled_ai_runtime::kit::words::number;
/// assert_eq!(number("One hundred and twenty-five thousand"), Some(125_000));
/// ```
pub fn number(s: &str) -> Option<i64> {
    let mut total = 0_i64;
    let mut group = 0_i64;
    let mut limit = i64::MAX; // the scale words must get smaller
    let mut room = 1_000_i64; // what the next word must be smaller than
    let mut any = false;
    for word in s.split(|c: char| c.is_whitespace() || matches!(c, '-' | ',')).filter(|word| !word.is_empty()) {
        let is = |known: &str| word.eq_ignore_ascii_case(known);
        if is("and") && any {
            continue;
        }
        let small = SMALL.iter().position(|known| is(known)).map(|n| n as i64);
        let tens = TENS.iter().skip(2).position(|known| is(known)).map(|n| (n as i64 + 2) * 10);
        if let Some(n) = small.or(tens) {
            if n >= room {
                return None;
            }
            group += n;
            room = if tens.is_some() { 10 } else { 0 };
        } else if is("hundred") {
            group = match group {
                0 if room == 1_000 => 100,
                n @ 1..=99 => n * 100,
                _ => return None,
            };
            room = 100;
        } else {
            let &(_, scale) = SCALES.iter().find(|(known, _)| is(known))?;
            if scale >= limit || group == 0 && any {
                return None;
            }
            total += group.max(1) * scale;
            (group, limit, room) = (0, scale, 1_000);
        }
        any = true;
    }
    any.then_some(total + group)
}

/// `n` in English words, as on a cheque.
///
/// ```
/// # use compiled_ai_runtime::kit::words::spell;
/// assert_eq!(spell(1_105), "one thousand one hundred five");
/// ```
pub fn spell(n: i64) -> String {
    let mut out = String::new();
    if n < 0 {
        push_word(&mut out, "minus");
    }
    let mut rest = n.unsigned_abs();
    for (name, scale) in [("quintillion", 1_000_000_000_000_000_000)].into_iter().chain(SCALES) {
        let scale = scale.unsigned_abs();
        if rest >= scale {
            say_group(&mut out, rest / scale);
            push_word(&mut out, name);
            rest %= scale;
        }
    }
    if rest > 0 || n == 0 {
        say_group(&mut out, rest);
    }
    out
}

/// Says `n` below 1000.
fn say_group(out: &mut String, n: u64) {
    let word = |n: u64| SMALL.get(n as usize).copied().unwrap_or_default();
    if n >= 100 {
        push_word(out, word(n / 100));
        push_word(out, "hundred");
    }
    match n % 100 {
        0 if n > 0 => {}
        small @ 0..=19 => push_word(out, word(small)),
        rest => {
            push_word(out, TENS.get((rest / 10) as usize).copied().unwrap_or_default());
            if !rest.is_multiple_of(10) {
                out.push('-');
                out.push_str(word(rest % 10));
            }
        }
    }
}

fn push_word(out: &mut String, word: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    #[test]
    fn nonsense_is_none() {
        for s in [
            "",
            "and",
            "one two",
            "twenty thirty",
            "hundred thousand million x",
            "one hundred hundred",
            "zebra",
            "one thousand two million",
            "million million",
            "zero hundred",
        ] {
            assert_eq!(number(s), None, "{s}");
        }
        assert_eq!(number("hundred"), Some(100));
        assert_eq!(number("thousand"), Some(1000));
        assert_eq!(spell(i64::MIN).split(' ').take(3).collect::<Vec<_>>(), ["minus", "nine", "quintillion"]);
    }

    proptest! {
        #[test]
        fn reads_what_it_spells(n in 0..1_000_000_000_000_000_000_i64) {
            prop_assert_eq!(number(&spell(n)), Some(n));
        }
    }
}
