//! Names that were probably meant.

/// How many names are compared: a suggestion is not worth the time that thousands of names take.
const MOST: usize = 500;

/// The name among `known` that differs from `name` by the fewest edits, at most `within`; of equals the first in the alphabet.
pub(super) fn most_similar<'n>(known: impl Iterator<Item = &'n str>, name: &str, within: usize) -> Option<&'n str> {
    known
        .filter(|known| known.len().abs_diff(name.len()) <= within)
        .take(MOST)
        .map(|known| (edits(known, name), known))
        .filter(|(edits, _)| *edits <= within)
        .min()
        .map(|(_, known)| known)
}

/// Levenshtein's distance of the first 40 characters.
fn edits(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().take(40).collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().take(40).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let substituted = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_within_the_distance() {
        let known = ["trim_start", "trim_end", "trims", "len"];
        assert_eq!(most_similar(known.into_iter(), "trim", 1), Some("trims"));
        assert_eq!(most_similar(known.into_iter(), "trim_endd", 1), Some("trim_end"));
        assert_eq!(most_similar(known.into_iter(), "split", 1), None);
    }
}
