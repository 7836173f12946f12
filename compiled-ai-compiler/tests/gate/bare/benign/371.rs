// ordinary
use std::fmt;

#[derive(Debug)]
enum ReadError {
    Empty,
    Number(String),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Empty => f.write_str("nothing to read"),
            ReadError::Number(text) => write!(f, "{text:?} is no number"),
        }
    }
}

type Result<T> = std::result::Result<T, ReadError>;

struct Series {
    name: String,
    values: Vec<f64>,
}

impl Series {
    fn read(line: &str) -> Result<Self> {
        let (name, values) = line.split_once(':').ok_or(ReadError::Empty)?;
        let number = |text: &str| text.trim().parse::<f64>().map_err(|_| ReadError::Number(text.to_string()));
        let values = values.split(',').map(number).collect::<Result<Vec<_>>>()?;
        Ok(Series { name: name.trim().to_string(), values })
    }

    fn mean(&self) -> Option<f64> {
        mean(&self.values)
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(values.iter().sum::<f64>() / values.len() as f64) }
}

pub fn run(input: &str) -> String {
    let rows = input.lines().map(|line| match Series::read(line) {
        Ok(series) => format!("{}: {:.2}", series.name, series.mean().unwrap_or(0.0)),
        Err(error) => error.to_string(),
    });
    rows.collect::<Vec<_>>().join("\n")
}
