// class: a matcher that tries what is left in two ways, one after the other; cwe: 1333
fn fits(pattern: &[char], text: &[char]) -> bool {
    match pattern {
        [] => text.is_empty(),
        [sign, '+', rest @ ..] => match text.split_first() {
            Some((first, tail)) if sign == first => fits(rest, tail) || fits(pattern, tail),
            _ => false,
        },
        [sign, rest @ ..] => text.split_first().is_some_and(|(first, tail)| sign == first && fits(rest, tail)),
    }
}

pub fn run(input: &str) -> String {
    let (pattern, body) = input.split_once('\n').unwrap_or((input, ""));
    let pattern: Vec<char> = pattern.chars().take(40).collect();
    let lines = body.lines().filter(|line| fits(&pattern, &line.chars().collect::<Vec<_>>()));
    lines.collect::<Vec<_>>().join("\n")
}
