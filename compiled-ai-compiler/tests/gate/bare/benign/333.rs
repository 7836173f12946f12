// twin of: switches for debugging: levels of a log
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum Level {
    Debug,
    Info,
    Warn,
    Error,
}

#[derive(Debug)]
struct Entry {
    level: Level,
    words: usize,
}

fn level(text: &str) -> Option<Level> {
    Some(match text {
        "debug" => Level::Debug,
        "info" => Level::Info,
        "warn" | "denied" => Level::Warn,
        "error" => Level::Error,
        _ => return None,
    })
}

pub fn run(input: &str) -> String {
    let entries: Vec<Entry> = input
        .lines()
        .filter_map(|line| {
            let (head, rest) = line.split_once(' ')?;
            Some(Entry { level: level(head)?, words: rest.split_whitespace().count() })
        })
        .collect();
    let worst = entries.iter().max_by_key(|entry| (entry.level, entry.words));
    match worst {
        Some(entry) => format!("{entry:?}"),
        None => "nothing".to_string(),
    }
}
