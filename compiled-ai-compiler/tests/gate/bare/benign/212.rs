// twin of: name resolution bypass
use std::collections::VecDeque;
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Number(i64),
    Plus,
    Minus,
    Times,
}

use Token::*;

#[derive(Debug)]
enum Problem {
    Character { at: usize, found: char },
    Missing,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        use self::Problem::*;
        match self {
            Character { at, found } => write!(f, "`{found}` at {at}"),
            Missing => write!(f, "a number is missing"),
        }
    }
}

fn tokens(text: &str) -> Result<VecDeque<Token>, Problem> {
    let mut found = VecDeque::new();
    for (at, word) in text.split_whitespace().enumerate() {
        found.push_back(match word {
            "+" => Plus,
            "-" => Minus,
            "*" => Times,
            word => Number(word.parse().map_err(|_| Problem::Character { at, found: word.chars().next().unwrap_or(' ') })?),
        });
    }
    Ok(found)
}

fn value(mut tokens: VecDeque<Token>) -> Result<i64, Problem> {
    let mut next = || tokens.pop_front();
    let Some(Number(mut total)) = next() else { return Err(Problem::Missing) };
    loop {
        let operator = match next() {
            Some(operator @ (Plus | Minus | Times)) => operator,
            Some(_) => return Err(Problem::Missing),
            None => return Ok(total),
        };
        let Some(Number(n)) = next() else { return Err(Problem::Missing) };
        total = match operator {
            Plus => total.wrapping_add(n),
            Minus => total.wrapping_sub(n),
            _ if matches!(operator, Times) => total.wrapping_mul(n),
            _ => total,
        };
    }
}

pub fn run(input: &str) -> String {
    let answers: Vec<String> = input
        .lines()
        .map(|line| match tokens(line).and_then(value) {
            Ok(value) => value.to_string(),
            Err(problem) => format!("error: {problem}"),
        })
        .collect();
    answers.join("\n")
}
