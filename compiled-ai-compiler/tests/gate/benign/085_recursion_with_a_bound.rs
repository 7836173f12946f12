// class: twin of a hostile file, recursion with a bound; cwe: none; layer: none
fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

fn nested(text: &str, depth: usize) -> usize {
    match (text.find('('), text.rfind(')')) {
        (Some(open), Some(close)) if open < close && depth < 50 => nested(&text[open + 1..close], depth + 1),
        _ => depth,
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = format!("{} {}", gcd(input.count, 360), nested(input.text, 0));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
