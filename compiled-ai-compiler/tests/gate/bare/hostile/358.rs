// class: line breaks that a value spells are put into a log; cwe: 117
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
                'n' => '\n',
                't' => '\t',
                other => other,
            }),
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
