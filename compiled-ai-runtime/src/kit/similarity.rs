#![doc = include_str!("../../kit-docs/similarity.md")]

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::fold;

/// The candidate that is most like a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best<'c> {
    /// Its index among the candidates.
    pub index: usize,
    /// The candidate itself.
    pub candidate: &'c str,
    /// How alike they are, 0 to 1.
    pub score: f64,
}

/// The fewest insertions, deletions and substitutions of characters that make `a` into `b`.
///
/// ```
/// # use compiled_ai_runtime::kit::similarity::levenshtein;
/// assert_eq!(levenshtein("kitten", "sitting"), 3);
/// ```
pub fn levenshtein(a: &str, b: &str) -> usize {
    distance(a.chars().collect(), b.chars().collect())
}

/// 1 minus [`levenshtein`] by the longer length: 1 for equal texts, 0 for those without a common place.
///
/// ```
/// # use compiled_ai_runtime::kit::similarity::normalized;
/// assert_eq!(normalized("TOTAL", "T0TAL"), 0.8);
/// ```
pub fn normalized(a: &str, b: &str) -> f64 {
    normalized_chars(a.chars().collect(), b.chars().collect())
}

/// Jaro-Winkler similarity, 0 to 1: for short names, where the beginning counts most.
pub fn jaro_winkler(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let jaro = jaro(&a, &b);
    let prefix = a.iter().zip(&b).take(4).take_while(|(x, y)| x == y).count();
    jaro + ratio(prefix, 10) * (1.0 - jaro)
}

/// How alike the sets of words are, 0 to 1, ignoring case, accents, order and repetition; 1 if one set holds the other.
///
/// ```
/// # use compiled_ai_runtime::kit::similarity::token_set_ratio;
/// assert_eq!(token_set_ratio("ACME Trading Sdn Bhd", "sdn bhd, acme"), 1.0);
/// ```
pub fn token_set_ratio(a: &str, b: &str) -> f64 {
    let (a, b) = (tokens(a), tokens(b));
    let (a, b): (BTreeSet<&String>, BTreeSet<&String>) = (a.iter().collect(), b.iter().collect());
    if a.is_empty() || b.is_empty() {
        return if a.len() == b.len() { 1.0 } else { 0.0 };
    }
    let common: Vec<&String> = a.intersection(&b).copied().collect();
    let all = |more: Vec<&String>| joined(common.iter().copied().chain(more));
    let (common_a, common_b) = (all(a.difference(&b).copied().collect()), all(b.difference(&a).copied().collect()));
    let both = normalized_chars(common_a.clone(), common_b.clone());
    if common.is_empty() {
        return both;
    }
    let common = joined(common.iter().copied());
    both.max(normalized_chars(common.clone(), common_a)).max(normalized_chars(common, common_b))
}

/// [`normalized`] of the words in alphabetical order, ignoring case, accents and punctuation.
///
/// ```
/// # use compiled_ai_runtime::kit::similarity::token_sort_ratio;
/// assert_eq!(token_sort_ratio("Smith, John", "john smith"), 1.0);
/// ```
pub fn token_sort_ratio(a: &str, b: &str) -> f64 {
    let sorted = |s| {
        let mut tokens = tokens(s);
        tokens.sort_unstable();
        joined(tokens.iter())
    };
    normalized_chars(sorted(a), sorted(b))
}

/// The candidate most like `s` by [`normalized`], ignoring case, accents and punctuation; `None` below `at_least`. Of
/// equals the first.
///
/// ```
/// # use compiled_ai_runtime::kit::similarity::best_match;
/// let best = best_match("JOHOR BHARU", &["Kuala Lumpur", "Johor Bahru"], 0.8).unwrap();
/// assert_eq!((best.index, best.candidate), (1, "Johor Bahru"));
/// ```
pub fn best_match<'c>(s: &str, candidates: &[&'c str], at_least: f64) -> Option<Best<'c>> {
    let wanted: Vec<char> = fold::key(s).collect();
    let mut best: Option<Best<'c>> = None;
    for (index, &candidate) in candidates.iter().enumerate() {
        let score = normalized_chars(wanted.clone(), fold::key(candidate).collect());
        if score >= at_least && best.is_none_or(|known| score > known.score) {
            best = Some(Best { index, candidate, score });
        }
    }
    best
}

/// The edit distance of two texts.
pub(crate) fn distance(a: Vec<char>, b: Vec<char>) -> usize {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let prefix = short.iter().zip(&long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[prefix..], &long[prefix..]);
    let suffix = short.iter().rev().zip(long.iter().rev()).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[..short.len() - suffix], &long[..long.len() - suffix]);
    // One row of the usual matrix: `row[n]` is the distance from what was read of `long` to `short[..n]`.
    let mut row: Vec<usize> = (0..=short.len()).collect();
    for (read, x) in long.iter().enumerate() {
        let mut diagonal = read;
        row[0] = read + 1;
        for (n, y) in short.iter().enumerate() {
            let substituted = diagonal + usize::from(x != y);
            diagonal = row[n + 1];
            row[n + 1] = substituted.min(diagonal + 1).min(row[n] + 1);
        }
    }
    row[short.len()]
}

fn normalized_chars(a: Vec<char>, b: Vec<char>) -> f64 {
    let longer = a.len().max(b.len());
    if longer == 0 { 1.0 } else { ratio(longer - distance(a, b), longer) }
}

fn jaro(a: &[char], b: &[char]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return if a.len() == b.len() { 1.0 } else { 0.0 };
    }
    let window = (a.len().max(b.len()) / 2).saturating_sub(1);
    let mut taken = vec![false; b.len()];
    let mut matched: Vec<char> = Vec::new();
    for (n, x) in a.iter().enumerate() {
        let reach = n.saturating_sub(window)..(n + window + 1).min(b.len());
        if let Some(at) = reach.into_iter().find(|&at| !taken[at] && b[at] == *x) {
            taken[at] = true;
            matched.push(*x);
        }
    }
    if matched.is_empty() {
        return 0.0;
    }
    let in_order = b.iter().zip(&taken).filter(|(_, taken)| **taken).map(|(y, _)| y);
    let swapped = matched.iter().zip(in_order).filter(|(x, y)| x != y).count() / 2;
    let count = matched.len();
    (ratio(count, a.len()) + ratio(count, b.len()) + ratio(count - swapped, count)) / 3.0
}

fn tokens(s: &str) -> Vec<String> {
    super::text::words(s).map(|word| fold::key(word).collect()).collect()
}

fn joined<'t>(tokens: impl Iterator<Item = &'t String>) -> Vec<char> {
    let mut out = Vec::new();
    for token in tokens {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(token.chars());
    }
    out
}

fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 0.001
    }

    #[test]
    fn known_values() {
        assert_eq!((levenshtein("", "abc"), levenshtein("flaw", "lawn"), levenshtein("é", "e")), (3, 2, 1));
        assert!(near(jaro_winkler("MARTHA", "MARHTA"), 0.961));
        assert!(near(jaro_winkler("DIXON", "DICKSONX"), 0.813));
        assert!(near(jaro_winkler("DWAYNE", "DUANE"), 0.84));
        assert_eq!((jaro_winkler("", ""), jaro_winkler("a", ""), jaro_winkler("a", "b")), (1.0, 0.0, 0.0));
        assert_eq!((normalized("", ""), normalized("a", "")), (1.0, 0.0));
    }

    #[test]
    fn words_in_any_order() {
        assert!(token_set_ratio("a b", "c d") < 0.7);
        assert_eq!((token_set_ratio("", "-"), token_set_ratio("", "a")), (1.0, 0.0));
        assert_eq!(token_sort_ratio("é a", "A E"), 1.0);
    }

    #[test]
    fn nothing_good_enough() {
        assert_eq!(best_match("abc", &["xyz"], 0.5), None);
        assert_eq!(best_match("abc", &[], 0.0), None);
        assert_eq!(best_match("abc", &["abc", "ABC"], f64::NAN), None);
        assert_eq!(best_match("abc", &["abd", "ABC", "abc"], 0.1).map(|b| b.index), Some(1));
    }

    proptest! {
        #[test]
        fn distance_is_a_metric(a in "[ab]{0,6}", b in "[ab]{0,6}", c in "[ab]{0,6}") {
            prop_assert_eq!(levenshtein(&a, &b), levenshtein(&b, &a));
            prop_assert_eq!(levenshtein(&a, &b) == 0, a == b);
            prop_assert!(levenshtein(&a, &c) <= levenshtein(&a, &b) + levenshtein(&b, &c));
        }

        #[test]
        fn scores_are_between_0_and_1(a in "\\PC{0,8}", b in "\\PC{0,8}") {
            for score in [normalized(&a, &b), jaro_winkler(&a, &b), token_set_ratio(&a, &b), token_sort_ratio(&a, &b)] {
                prop_assert!((0.0..=1.0).contains(&score));
            }
        }
    }
}
