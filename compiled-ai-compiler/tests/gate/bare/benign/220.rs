// twin of: commands from a list of words
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

pub fn run(input: &str) -> String {
    let mut lines = vec![];
    for line in input.lines() {
        let Some((source, target)) = line.split_once(" to ") else { continue };
        let mut words = vec!["rsync".to_string(), "-a".to_string()];
        words.push(quoted(source));
        words.push(quoted(target));
        lines.push(words.join(" "));
    }
    lines.join("\n")
}
