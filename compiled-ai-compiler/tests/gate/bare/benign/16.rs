// imports by alias-free groups
use std::cmp::{Ordering, Reverse};
use std::fmt::Write;

pub fn run(input: &str) -> String {
    let mut words: Vec<(usize, &str)> = input.split_whitespace().map(|w| (w.len(), w)).collect();
    words.sort_by_key(|&(length, word)| (Reverse(length), word));
    words.dedup();
    let mut out = String::new();
    for (i, (length, word)) in words.iter().enumerate() {
        if i > 0 {
            out.push(';');
        }
        let _ = write!(out, "{word}:{length}");
    }
    match words.len().cmp(&3) {
        Ordering::Less => out + " few",
        _ => out,
    }
}
