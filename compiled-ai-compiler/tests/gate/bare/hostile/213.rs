// class: denial of service at run time; cwe: 674
struct Rule {
    open: char,
    read: fn(&[char], usize) -> Option<usize>,
}

const RULES: [Rule; 2] = [Rule { open: '(', read: nested }, Rule { open: 'x', read: leaf }];

fn value(text: &[char], at: usize) -> Option<usize> {
    let first = text.get(at)?;
    let rule = RULES.iter().find(|rule| rule.open == *first)?;
    (rule.read)(text, at + 1)
}

fn leaf(_: &[char], at: usize) -> Option<usize> {
    Some(at)
}

fn nested(text: &[char], at: usize) -> Option<usize> {
    let end = value(text, at)?;
    (text.get(end) == Some(&')')).then_some(end + 1)
}

pub fn run(input: &str) -> String {
    let text: Vec<char> = input.trim().chars().collect();
    match value(&text, 0) {
        Some(end) if end == text.len() => "balanced".to_string(),
        _ => "not balanced".to_string(),
    }
}
