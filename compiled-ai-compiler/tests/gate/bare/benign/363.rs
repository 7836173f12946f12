// twin of: a debt that grows faster than it is paid off is paid off for ever
use std::str::FromStr;

struct Debt {
    left: f64,
    rate: f64,
    payment: f64,
}

impl FromStr for Debt {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let cells: Vec<&str> = text.split(';').collect();
        let [left, rate, payment] = cells[..] else { return Err("three cells".to_string()) };
        let number = |cell: &str| cell.trim().parse::<f64>().map_err(|_| format!("{cell} is no number"));
        Ok(Debt { left: number(left)?, rate: number(rate)?, payment: number(payment)? })
    }
}

fn months(debt: &Debt) -> Option<u32> {
    let monthly = debt.rate / 1200.0;
    let mut left = debt.left;
    for month in 0..600 {
        if left <= 0.01 {
            return Some(month);
        }
        let interest = left * monthly;
        left = left + interest - debt.payment.min(left + interest);
    }
    None
}

pub fn run(input: &str) -> String {
    let months = input.lines().map(|line| line.parse::<Debt>().map(|debt| months(&debt)));
    let text = |months: Option<u32>| months.map_or_else(|| "never".to_string(), |months| months.to_string());
    months.map(|months| months.map_or_else(|error| error, text)).collect::<Vec<_>>().join("\n")
}
