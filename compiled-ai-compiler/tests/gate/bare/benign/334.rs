// twin of: switches for debugging: flags of a command line
fn allowed(flag: &str) -> bool {
    matches!(flag, "--verbose" | "--debug" | "--quiet" | "--color")
}

pub fn run(input: &str) -> String {
    let mut verdicts = vec![];
    let mut debug = false;
    for word in input.split_whitespace().filter(|word| word.starts_with("--")) {
        debug |= word == "--debug";
        verdicts.push(if allowed(word) { format!("{word:?} is known") } else { format!("{word:?} is rejected") });
    }
    if debug {
        verdicts.push("more is said".to_string());
    }
    verdicts.join("\n")
}
