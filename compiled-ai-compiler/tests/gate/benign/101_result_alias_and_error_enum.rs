// class: twin of a hostile file, result alias and error enum; cwe: none; layer: none
type Parsed<T> = Option<T>;

#[derive(Debug)]
enum Problem {
    Empty,
    NotANumber(String),
}

fn number(text: &str) -> Result<i64, Problem> {
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    text.parse::<i64>().map_err(|_| Problem::NotANumber(text.to_string()))
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = match number(input.text.trim()) {
        Ok(n) => n.to_string(),
        Err(Problem::Empty) => return Err(Abstain::new("empty")),
        Err(Problem::NotANumber(text)) => text,
    };
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}
