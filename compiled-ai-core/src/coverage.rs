//! What no example and no generated input reaches in an artifact, as a lock lists it and a person acknowledges it.
//!
//! A trigger that nobody knows of can't be found by looking at code or by running it: that is what makes it a trigger. What
//! can be told is which places nothing has come by. Each is an [`Unreached`] with an id that is made of the text of the
//! function around it, so that an acknowledgement holds for what was read and for nothing else.

use serde::{Deserialize, Serialize};

/// What measuring an artifact found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// How many branches and literals were looked at.
    pub places: usize,
    /// How many inputs it was run on: every example, and what was generated.
    pub inputs: usize,
    /// What a person should read, in the artifact's order; neighbours are one entry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unreached: Vec<Unreached>,
}

/// A place that nothing reaches, or several beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unreached {
    /// Made of the text of the function around it, of the constants that this function names, and of the place in it: 16
    /// hexadecimal digits.
    pub id: String,
    /// The first line in `artifact.rs`, from 1.
    pub line: usize,
    /// Where it begins in that line, in characters, from 1.
    pub column: usize,
    /// How many lines it has.
    pub lines: usize,
    /// What it is.
    pub what: Place,
    /// What does reach it.
    pub reached: Reached,
    /// The first line's text without its indent, cut to [`SOURCE`] characters.
    pub source: String,
    /// Whether a person has read it and lets it be.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub acknowledged: bool,
    /// What that person had to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The most characters of [`Unreached::source`].
pub const SOURCE: usize = 120;
/// The most characters of [`Unreached::note`].
pub const NOTE: usize = 500;

/// What can be unreached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// Code that runs under a condition: a function, an arm, a body, the right side of `&&` or `||`, what follows an exit.
    Branch,
    /// A literal that a comparison, a pattern or a search decides by.
    Literal,
}

/// What reaches a place that is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reached {
    /// Nothing.
    Never,
    /// Only inputs that were made of the artifact's own literals: a word is reached by itself.
    OwnLiterals,
    /// It could not be measured.
    Unknown,
}

impl Coverage {
    /// How many entries nobody has acknowledged.
    pub fn open(&self) -> usize {
        self.unreached.iter().filter(|entry| !entry.acknowledged).count()
    }

    /// The same in an artifact with `lines` more lines before it.
    #[must_use]
    pub fn below(mut self, lines: usize) -> Self {
        self.unreached.iter_mut().for_each(|entry| entry.line += lines);
        self
    }

    /// With the acknowledgements of `locked`, where the id is the same.
    #[must_use]
    pub fn acknowledged_as(mut self, locked: &Coverage) -> Self {
        for entry in &mut self.unreached {
            if let Some(known) = locked.unreached.iter().find(|known| known.id == entry.id && known.acknowledged) {
                (entry.acknowledged, entry.note) = (true, known.note.clone());
            }
        }
        self
    }

    /// The first acknowledged entry that is not among what was found.
    pub fn acknowledges_more_than<'c>(&'c self, found: &Coverage) -> Option<&'c Unreached> {
        self.unreached
            .iter()
            .filter(|entry| entry.acknowledged)
            .find(|entry| !found.unreached.iter().any(|other| other.is_at(entry)))
    }

    /// Whether both say the same, whatever is acknowledged.
    pub fn agrees(&self, other: &Coverage) -> bool {
        (self.places, self.inputs) == (other.places, other.inputs)
            && self.unreached.len() == other.unreached.len()
            && self.unreached.iter().zip(&other.unreached).all(|(a, b)| a.is_at(b))
    }

    /// The first entry that does not stand in `artifact` where it says.
    pub fn misplaced<'c>(&'c self, artifact: &str) -> Option<&'c Unreached> {
        let lines: Vec<&str> = artifact.lines().collect();
        self.unreached.iter().find(|entry| {
            let line = entry.line.checked_sub(1).and_then(|index| lines.get(index));
            line.is_none_or(|line| cut(line) != entry.source)
        })
    }

    /// `3 branches and 1 literal that nothing reaches, 2 literals that only inputs made of it reach`; empty if all is
    /// reached.
    pub fn summary(&self) -> String {
        let part = |reached: Reached, what: &str| {
            let count = |place: Place, one: &str, many: &str| {
                let is_counted = |entry: &&Unreached| entry.what == place && entry.reached == reached;
                match self.unreached.iter().filter(is_counted).count() {
                    0 => None,
                    1 => Some(format!("1 {one}")),
                    count => Some(format!("{count} {many}")),
                }
            };
            let counts = [count(Place::Branch, "branch", "branches"), count(Place::Literal, "literal", "literals")];
            let counts: Vec<String> = counts.into_iter().flatten().collect();
            (!counts.is_empty()).then(|| format!("{} that {what}", counts.join(" and ")))
        };
        let parts = [
            part(Reached::Never, "nothing reaches"),
            part(Reached::OwnLiterals, "only inputs made of the artifact's own literals reach"),
            part(Reached::Unknown, "could not be measured"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

impl Unreached {
    /// Whether two entries are of one place, whatever is acknowledged.
    pub fn is_at(&self, other: &Unreached) -> bool {
        let place = |entry: &Unreached| (entry.line, entry.column, entry.lines, entry.what, entry.reached);
        self.id == other.id && place(self) == place(other) && self.source == other.source
    }
}

/// A line as an entry shows it: without its indent, at most [`SOURCE`] characters.
pub fn cut(line: &str) -> String {
    line.trim().chars().take(SOURCE).collect()
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Place::Branch => "branch",
            Place::Literal => "literal",
        })
    }
}

impl std::fmt::Display for Reached {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Reached::Never => "nothing reaches it",
            Reached::OwnLiterals => "only inputs made of the artifact's own literals reach it",
            Reached::Unknown => "it could not be measured",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, line: usize, what: Place, reached: Reached) -> Unreached {
        let source = format!("line {line}");
        let (acknowledged, note) = (false, None);
        Unreached { id: id.to_owned(), line, column: 1, lines: 1, what, reached, source, acknowledged, note }
    }

    fn coverage(unreached: Vec<Unreached>) -> Coverage {
        Coverage { places: 9, inputs: 9, unreached }
    }

    #[test]
    fn counts_are_told_in_words() {
        let entries = vec![
            entry("a", 1, Place::Branch, Reached::Never),
            entry("b", 2, Place::Branch, Reached::Never),
            entry("c", 3, Place::Literal, Reached::Never),
            entry("d", 4, Place::Literal, Reached::OwnLiterals),
        ];
        let found = coverage(entries);
        assert_eq!(
            found.summary(),
            "2 branches and 1 literal that nothing reaches, 1 literal that only inputs made of the artifact's own literals reach"
        );
        assert_eq!((coverage(vec![]).summary().as_str(), found.open()), ("", 4));
    }

    #[test]
    fn an_acknowledgement_is_kept_for_the_same_text_and_no_other() {
        let mut locked = coverage(vec![entry("a", 1, Place::Branch, Reached::Never)]);
        locked.unreached[0].acknowledged = true;
        locked.unreached[0].note = Some("read".to_owned());
        let moved = coverage(vec![entry("a", 7, Place::Branch, Reached::Never)]);
        let kept = moved.clone().acknowledged_as(&locked);
        assert!(kept.unreached[0].acknowledged && kept.unreached[0].note.as_deref() == Some("read"));
        assert!(locked.acknowledges_more_than(&moved).is_some(), "the lock says another line");
        assert!(kept.acknowledges_more_than(&moved).is_none() && kept.agrees(&moved));
        let other = coverage(vec![entry("b", 1, Place::Branch, Reached::Never)]);
        assert_eq!(other.clone().acknowledged_as(&locked), other);
    }

    #[test]
    fn an_entry_stands_where_it_says() {
        let found = coverage(vec![entry("a", 2, Place::Branch, Reached::Never)]);
        assert!(found.misplaced("line 1\n  line 2\n").is_none());
        assert!(found.misplaced("line 2\n").is_some() && found.misplaced("line 1\nline 3\n").is_some());
        assert!(coverage(vec![entry("a", 0, Place::Branch, Reached::Never)]).misplaced("line 0").is_some());
    }
}
