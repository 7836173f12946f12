// twin of: line breaks that a value spells are put into a log
use std::iter::Peekable;
use std::str::Chars;

fn quoted(chars: &mut Peekable<Chars<'_>>) -> Option<String> {
    if chars.next()? != '"' {
        return None;
    }
    let mut text = String::new();
    loop {
        match chars.next()? {
            '"' => return Some(text),
            '\\' => text.push(match chars.next()? {
                'n' | 't' => ' ',
                other => other,
            }),
            other if other.is_control() => text.push(' '),
            other => text.push(other),
        }
    }
}

fn entry(line: &str) -> Option<String> {
    let mut chars = line.trim().chars().peekable();
    let who = quoted(&mut chars)?;
    chars.next_if_eq(&' ');
    let what = quoted(&mut chars)?;
    Some(format!("actor={who} action={what}"))
}

pub fn run(input: &str) -> String {
    input.lines().filter_map(entry).collect::<Vec<_>>().join("\n")
}
