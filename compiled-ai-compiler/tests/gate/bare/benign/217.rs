// twin of: order of a hash map
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Level {
    Error,
    Warning,
}

struct Summary {
    by_word: HashMap<String, usize>,
    levels: HashMap<Level, usize>,
}

fn summary(text: &str, skipped: &HashSet<&str>) -> Summary {
    let mut by_word: HashMap<String, usize> = HashMap::with_capacity(64);
    let mut levels = HashMap::new();
    for line in text.lines() {
        let level = if line.starts_with("error") { Level::Error } else { Level::Warning };
        *levels.entry(level).or_insert(0) += 1;
        for word in line.split_whitespace().map(str::to_lowercase) {
            if !skipped.contains(word.as_str()) {
                *by_word.entry(word).or_default() += 1;
            }
        }
    }
    Summary { by_word, levels }
}

pub fn run(input: &str) -> String {
    let skipped: HashSet<&str> = ["the", "a", "of"].into_iter().collect();
    let found = summary(input, &skipped);
    let mut words: Vec<(&String, &usize)> = found.by_word.iter().filter(|(_, n)| **n > 1).collect();
    words.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| a.cmp(b)));
    let total: usize = found.by_word.values().sum();
    let distance: f64 = words.iter().map(|(_, n)| (**n as f64 - 1.0).powi(2)).sum::<f64>().sqrt();
    let mut out: Vec<String> = words.iter().take(5).map(|(word, n)| format!("{word}: {n}")).collect();
    out.push(format!("{total} words, {distance:.2}, {} errors", found.levels.get(&Level::Error).unwrap_or(&0)));
    out.join("\n")
}
