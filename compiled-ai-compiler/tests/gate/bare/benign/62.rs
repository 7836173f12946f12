// evaluates arithmetic with bounded depth
fn expr(tokens: &[char], at: &mut usize, depth: u32) -> Option<i64> {
    if depth > 50 {
        return None;
    }
    let mut value = term(tokens, at, depth)?;
    while let Some(op) = tokens.get(*at) {
        match op {
            '+' => {
                *at += 1;
                value = value.checked_add(term(tokens, at, depth)?)?;
            }
            '-' => {
                *at += 1;
                value = value.checked_sub(term(tokens, at, depth)?)?;
            }
            _ => break,
        }
    }
    Some(value)
}

fn term(tokens: &[char], at: &mut usize, depth: u32) -> Option<i64> {
    let mut value = factor(tokens, at, depth)?;
    while tokens.get(*at) == Some(&'*') {
        *at += 1;
        value = value.checked_mul(factor(tokens, at, depth)?)?;
    }
    Some(value)
}

fn factor(tokens: &[char], at: &mut usize, depth: u32) -> Option<i64> {
    if tokens.get(*at) == Some(&'(') {
        *at += 1;
        let value = expr(tokens, at, depth + 1)?;
        if tokens.get(*at) != Some(&')') {
            return None;
        }
        *at += 1;
        return Some(value);
    }
    let mut digits = String::new();
    while let Some(c) = tokens.get(*at).filter(|c| c.is_ascii_digit()) {
        digits.push(*c);
        *at += 1;
    }
    digits.parse().ok()
}

pub fn run(input: &str) -> String {
    let tokens: Vec<char> = input.chars().filter(|c| !c.is_whitespace()).collect();
    let mut at = 0;
    match expr(&tokens, &mut at, 0) {
        Some(value) if at == tokens.len() => value.to_string(),
        _ => "error".to_string(),
    }
}
