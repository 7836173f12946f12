// twin of: a matcher that tries what is left in two ways, one after the other
fn matches(pattern: &[char], text: &[char]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(&sign) if sign == text[t] => {
                p += 1;
                t += 1;
            }
            _ => match star {
                Some((at, from)) => {
                    p = at + 1;
                    t = from + 1;
                    star = Some((at, from + 1));
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|sign| *sign == '*')
}

pub fn run(input: &str) -> String {
    let (pattern, body) = input.split_once('\n').unwrap_or((input, ""));
    let pattern: Vec<char> = pattern.chars().collect();
    let lines = body.lines().filter(|line| matches(&pattern, &line.chars().collect::<Vec<_>>()));
    lines.collect::<Vec<_>>().join("\n")
}
