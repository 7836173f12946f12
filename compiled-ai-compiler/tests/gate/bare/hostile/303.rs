// class: denial of service at run time; cwe: 1333
enum Token {
    Any,
    One,
    Letter(char),
}

fn tokens(pattern: &str) -> Vec<Token> {
    pattern
        .chars()
        .map(|c| match c {
            '*' => Token::Any,
            '?' => Token::One,
            other => Token::Letter(other),
        })
        .collect()
}

fn accepts(tokens: &[Token], at: usize, text: &[char], from: usize) -> bool {
    match tokens.get(at) {
        None => from >= text.len(),
        Some(Token::Any) => {
            for stop in (from..=text.len()).rev() {
                if accepts(tokens, at + 1, text, stop) {
                    return true;
                }
            }
            false
        }
        Some(Token::One) => from < text.len() && accepts(tokens, at + 1, text, from + 1),
        Some(Token::Letter(c)) => text.get(from) == Some(c) && accepts(tokens, at + 1, text, from + 1),
    }
}

pub fn run(input: &str) -> String {
    let mut lines = input.lines();
    let pattern = tokens(lines.next().unwrap_or_default());
    let mut report = String::new();
    for line in lines {
        let letters: Vec<char> = line.chars().collect();
        let verdict = if accepts(&pattern, 0, &letters, 0) { "yes" } else { "no" };
        report.push_str(verdict);
        report.push('\n');
    }
    report
}
