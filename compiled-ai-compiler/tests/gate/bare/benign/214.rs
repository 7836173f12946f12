// twin of: dyn tricks
use std::error::Error;
use std::fmt::{self, Debug, Display};

trait Rule: Debug {
    const NAME: &'static str;
    type Found: Display;
    fn check(&self, line: &str) -> Option<Self::Found>;
}

#[derive(Debug, Clone)]
struct TooLong(usize);

#[derive(Debug)]
struct Tabs;

impl Rule for TooLong {
    const NAME: &'static str = "length";
    type Found = usize;
    fn check(&self, line: &str) -> Option<Self::Found> {
        Some(line.chars().count()).filter(|length| *length > self.0)
    }
}

impl Rule for Tabs {
    const NAME: &'static str = "tabs";
    type Found = String;
    fn check(&self, line: &str) -> Option<String> {
        line.find('\t').map(|at| format!("column {at}"))
    }
}

fn report<R: Rule>(rule: &R, text: &str) -> Vec<String> {
    let found = |(number, line): (usize, &str)| rule.check(line).map(|what: R::Found| format!("{}: {} {what}", number + 1, R::NAME));
    text.lines().enumerate().filter_map(found).collect()
}

#[derive(Debug)]
enum Trouble {
    Empty,
    Header(String),
}

impl Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Empty => f.write_str("nothing to check"),
            Trouble::Header(line) => write!(f, "no limit in {line:?}"),
        }
    }
}

impl Error for Trouble {}

fn limit(text: &str) -> Result<usize, Box<dyn Error>> {
    let first = text.lines().next().ok_or(Trouble::Empty)?;
    let number = first.strip_prefix("limit ").ok_or_else(|| Trouble::Header(first.to_string()))?;
    let limit: u16 = number.trim().parse()?;
    if limit == 0 {
        return Err("a limit of nothing".into());
    }
    Ok(usize::from(limit))
}

pub fn run(input: &str) -> String {
    match limit(input) {
        Ok(limit) => {
            let mut all = report(&TooLong(limit), input);
            all.extend(report(&Tabs, input));
            all.join("\n")
        }
        Err(error) => format!("error: {error}"),
    }
}
