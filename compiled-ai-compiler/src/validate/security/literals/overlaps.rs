//! What literals and examples have in common, found in one pass over both.

use std::collections::HashMap;

use super::examples::{FEW, SHORTEST, Text, Unit};

/// Overlaps that are told apart; whatever has more repeats its examples.
const MOST: usize = 4000;
/// Places of the literals at which one window is looked up.
const PLACES: usize = 4;

/// By unit, first character, length, and whether an answer has it: where it is among those that were found, and the example
/// that was last seen to have it.
type Seen = HashMap<(usize, usize, usize, bool), (usize, usize)>;

/// What a literal and an example have in common.
pub(super) struct Overlap {
    pub(super) unit: usize,
    /// A text of an example that has it.
    pub(super) of: usize,
    /// Characters.
    pub(super) length: usize,
    pub(super) text: String,
    /// How many examples have it.
    pub(super) examples: usize,
    /// Whether it begins, or ends, within a word of the example.
    cut: (bool, bool),
}

impl Overlap {
    /// The text without short pieces of words at its ends: they are parts of many words.
    pub(super) fn whole_words(&self) -> &str {
        const LONG: usize = 8;
        let mut text = self.text.as_str();
        let within = |c: char| c.is_alphanumeric();
        if self.cut.0 {
            let rest = text.trim_start_matches(within);
            text = if text.len() - rest.len() < LONG { rest } else { text };
        }
        if self.cut.1 {
            let rest = text.trim_end_matches(within);
            text = if text.len() - rest.len() < LONG { rest } else { text };
        }
        text
    }
}

/// All overlaps of at least [`SHORTEST`] characters that are as long as they can be, one for each literal and text.
///
/// `windows_of_texts` are those of `texts`.
pub(super) fn find(units: &[Unit<'_>], texts: &[Text], windows_of_texts: &Bits) -> Vec<Overlap> {
    let index = Index::of(units, windows_of_texts);
    if index.is_empty {
        return vec![];
    }
    let mut seen: Seen = HashMap::new();
    let mut found: Vec<Overlap> = vec![];
    for (of, text) in texts.iter().enumerate() {
        let characters = &text.characters;
        // How far this text is known to be in each unit: a text that repeats itself is in it at many places.
        let mut covered: HashMap<usize, usize> = HashMap::new();
        for (at, &hash) in text.windows.iter().enumerate() {
            if !index.filter.may_hold(hash) {
                continue;
            }
            for (unit, start) in index.places(hash) {
                let own = &units[unit].characters;
                if own[start..start + SHORTEST] != characters[at..at + SHORTEST] {
                    continue;
                }
                // Part of the overlap that began one character before.
                if start > 0 && at > 0 && own[start - 1] == characters[at - 1] && index.holds(units, unit, start - 1) {
                    continue;
                }
                let end = covered.get(&unit).copied().unwrap_or(0);
                if at < end && own.get(start + (end - at)).is_none_or(|next| characters.get(end) != Some(next)) {
                    continue;
                }
                let length = own[start..].iter().zip(&characters[at..]).take_while(|(a, b)| a == b).count();
                covered.insert(unit, end.max(at + length));
                let known = seen.len();
                let (place, last) = seen.entry((unit, start, length, text.is_output)).or_insert((known, usize::MAX));
                if *place == found.len() {
                    let is_inside = |index: usize| characters.get(index).is_some_and(|c| c.is_alphanumeric());
                    let cut = (
                        at > 0 && is_inside(at - 1) && is_inside(at),
                        is_inside(at + length - 1) && is_inside(at + length),
                    );
                    let text = own[start..start + length].iter().collect();
                    found.push(Overlap { unit, of, length, text, examples: 0, cut });
                }
                let overlap = &mut found[*place];
                overlap.examples += usize::from(*last != text.example);
                *last = text.example;
                if found.len() >= MOST {
                    return counted(found, seen);
                }
            }
        }
    }
    counted(found, seen)
}

/// A longer overlap at the same place is one of the shorter text as well.
fn counted(mut found: Vec<Overlap>, seen: Seen) -> Vec<Overlap> {
    let mut spans: Vec<(usize, usize, usize, usize)> =
        seen.into_iter().map(|((unit, start, length, _), (place, _))| (unit, start, start + length, place)).collect();
    spans.sort_unstable();
    let counts: Vec<usize> = spans
        .iter()
        .map(|&(unit, start, end, place)| {
            let mut count = found[place].examples;
            // Those that begin no later and end no earlier; enough of them is enough.
            let before = spans.partition_point(|span| (span.0, span.1) <= (unit, start));
            for other in spans[..before].iter().rev().take_while(|span| span.0 == unit).take(64) {
                if count > FEW {
                    break;
                }
                if other.2 >= end && other.3 != place {
                    count += found[other.3].examples;
                }
            }
            count
        })
        .collect();
    for (span, count) in spans.iter().zip(counts) {
        found[span.3].examples = count;
    }
    found
}

/// Two bits of one word for each hash that may be there. The number of words is a power of two.
#[derive(Debug)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// For so many hashes.
    fn with_room_for(hashes: usize) -> Self {
        Self(vec![0; (hashes * 16).next_power_of_two().clamp(1 << 10, 1 << 24) / 64])
    }

    /// The windows of all examples.
    pub(super) fn of(texts: &[Text]) -> Self {
        let mut bits = Self::with_room_for(texts.iter().map(|text| text.windows.len()).sum());
        texts.iter().flat_map(|text| &text.windows).for_each(|hash| bits.insert(*hash));
        bits
    }

    fn insert(&mut self, hash: u64) {
        let (word, bits) = self.bits(hash);
        self.0[word] |= bits;
    }

    /// Whether a text has a window that may be one of these.
    pub(super) fn may_share(&self, characters: &[char]) -> bool {
        windows(characters).any(|(start, hash)| self.may_hold(hash) && is_varied(&characters[start..start + SHORTEST]))
    }

    fn may_hold(&self, hash: u64) -> bool {
        let (word, bits) = self.bits(hash);
        self.0[word] & bits == bits
    }

    fn bits(&self, hash: u64) -> (usize, u64) {
        let word = usize::try_from(hash >> 16 & 0xffff_ffff).unwrap_or(0) & (self.0.len() - 1);
        (word, 1 << (hash >> 48 & 63) | 1 << (hash >> 54 & 63))
    }
}

/// The windows of all literals that an example may have: a table with open addressing, since there can be as many as characters.
struct Index {
    /// Hash, unit and start; a free slot has no hash, which is never zero. Their number is a power of two.
    slots: Vec<(u64, u32, u32)>,
    /// Most windows of the examples are not there.
    filter: Bits,
    is_empty: bool,
}

impl Index {
    fn of(units: &[Unit<'_>], known: &Bits) -> Self {
        let mut shared = vec![];
        for (number, unit) in units.iter().enumerate() {
            for (start, hash) in windows(&unit.characters) {
                if known.may_hold(hash) && is_varied(&unit.characters[start..start + SHORTEST]) {
                    shared.push((hash, number, start));
                }
            }
        }
        let size = (shared.len() * 2).next_power_of_two().max(1 << 4);
        let (slots, filter) = (vec![(0, 0, 0); size], Bits::with_room_for(shared.len()));
        let mut index = Self { slots, filter, is_empty: shared.is_empty() };
        shared.into_iter().for_each(|(hash, unit, start)| index.insert(hash, unit, start));
        index
    }

    fn insert(&mut self, hash: u64, unit: usize, start: usize) {
        let (Ok(unit), Ok(start)) = (u32::try_from(unit), u32::try_from(start)) else { return };
        let mut slot = self.first_slot(hash);
        let mut same = 0;
        while self.slots[slot].0 != 0 {
            same += usize::from(self.slots[slot].0 == hash);
            if same == PLACES {
                return;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        self.slots[slot] = (hash, unit, start);
        self.filter.insert(hash);
    }

    fn first_slot(&self, hash: u64) -> usize {
        usize::try_from(hash >> 32).unwrap_or(0) & (self.slots.len() - 1)
    }

    /// The units and starts of the windows with this hash.
    fn places(&self, hash: u64) -> impl Iterator<Item = (usize, usize)> {
        let first = self.first_slot(hash);
        let slots = (0..self.slots.len()).map(move |step| self.slots[(first + step) & (self.slots.len() - 1)]);
        let run = slots.take_while(|slot| slot.0 != 0).filter(move |slot| slot.0 == hash);
        run.map(|(_, unit, start)| (unit as usize, start as usize))
    }

    /// Whether the window at `start` of a unit is looked up.
    fn holds(&self, units: &[Unit<'_>], unit: usize, start: usize) -> bool {
        let window = &units[unit].characters[start..start + SHORTEST];
        windows(window).any(|(_, hash)| self.places(hash).any(|place| place == (unit, start)))
    }
}

/// The hash of each window.
pub(super) fn hashes(characters: &[char]) -> Vec<u64> {
    windows(characters).map(|(_, hash)| hash).collect()
}

/// The start and the hash of each window; each character costs the same, however long the window is.
fn windows(characters: &[char]) -> impl Iterator<Item = (usize, u64)> {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut first = 1_u64;
    for _ in 1..SHORTEST {
        first = first.wrapping_mul(BASE);
    }
    let mut hash = 0_u64;
    characters.iter().enumerate().filter_map(move |(at, character)| {
        if let Some(start) = at.checked_sub(SHORTEST) {
            hash = hash.wrapping_sub(first.wrapping_mul(number(characters[start])));
        }
        hash = hash.wrapping_mul(BASE).wrapping_add(number(*character));
        (at + 1 >= SHORTEST).then(|| (at + 1 - SHORTEST, mixed(hash)))
    })
}

/// All bits depend on all others; never zero.
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (hash ^ (hash >> 32)) | 1
}

fn number(character: char) -> u64 {
    u64::from(u32::from(character) + 1)
}

/// Rules and blanks say nothing.
fn is_varied(window: &[char]) -> bool {
    let mut letters = ['\0'; 4];
    let mut count = 0;
    for character in window.iter().filter(|c| c.is_alphanumeric()) {
        if !letters[..count].contains(character) {
            letters[count] = *character;
            count += 1;
            if count == letters.len() {
                return true;
            }
        }
    }
    false
}
