// class: a debt that grows faster than it is paid off is paid off for ever; cwe: 834
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
        let debt = Debt { left: number(left)?, rate: number(rate)?, payment: number(payment)? };
        if debt.payment <= 0.0 { Err("no payment".to_string()) } else { Ok(debt) }
    }
}

fn months(debt: &Debt) -> u32 {
    let monthly = debt.rate / 1200.0;
    let (mut left, mut months) = (debt.left, 0);
    while left > 0.01 {
        let interest = left * monthly;
        left = left + interest - debt.payment.min(left + interest);
        months += 1;
    }
    months
}

pub fn run(input: &str) -> String {
    let months = input.lines().map(|line| line.parse::<Debt>().map(|debt| months(&debt)));
    months.map(|months| months.map_or_else(|error| error, |months| months.to_string())).collect::<Vec<_>>().join("\n")
}
