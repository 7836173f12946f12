// errors without details
#[derive(Debug)]
enum Problem {
    Empty,
    NotANumber,
    TooLarge,
}

impl Problem {
    fn message(&self) -> &'static str {
        match self {
            Problem::Empty => "the input is empty",
            Problem::NotANumber => "the input is not a number",
            Problem::TooLarge => "the number is too large",
        }
    }
}

fn parse(text: &str) -> Result<i64, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::Empty);
    }
    let n: i64 = text.trim().parse().map_err(|_| Problem::NotANumber)?;
    if n > 1_000_000 { Err(Problem::TooLarge) } else { Ok(n) }
}

pub fn run(input: &str) -> String {
    match parse(input) {
        Ok(n) => (n * 2).to_string(),
        Err(problem) => format!("error: {}", problem.message()),
    }
}
