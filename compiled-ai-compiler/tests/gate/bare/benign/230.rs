// twin of: methods of foreign types
use std::error::Error;

struct Ledger(Vec<f64>);

impl IntoIterator for Ledger {
    type Item = f64;
    type IntoIter = std::vec::IntoIter<f64>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Ledger {
    type Item = &'a f64;
    type IntoIter = std::slice::Iter<'a, f64>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

trait Mean {
    fn mean(&self) -> Option<f64>;
}

impl Mean for [f64] {
    fn mean(&self) -> Option<f64> {
        (!self.is_empty()).then(|| self.iter().sum::<f64>() / self.len() as f64)
    }
}

fn rounded(value: f64, places: i32) -> f64 {
    (value * 10f64.powi(places)).round() / 10f64.powi(places)
}

fn ledger(text: &str) -> Result<Ledger, Box<dyn Error + Send + Sync>> {
    let mut values = vec![];
    for line in text.lines() {
        let (_, value) = line.split_once(':').ok_or("a line without `:`")?;
        values.push(value.trim().parse()?);
    }
    Ok(Ledger(values))
}

pub fn run(input: &str) -> String {
    let ledger = match ledger(input) {
        Ok(ledger) => ledger,
        Err(error) => return format!("error: {error}"),
    };
    let mut largest = 0.0_f64;
    for value in &ledger {
        largest = largest.max(*value);
    }
    let mean = ledger.0.mean().map_or(0.0, |mean| rounded(mean, 2));
    let mut total = 0.0;
    for value in ledger {
        total += value;
    }
    format!("{total:.1}, {mean}, {largest}")
}
