// twin of: a debt that never ends; the payment is compared with the interest first
struct Loan {
    debt: f64,
    rate: f64,
    payment: f64,
}

fn read(input: &str) -> Option<Loan> {
    let mut numbers = input.split(';').map(|n| n.trim().parse::<f64>());
    Some(Loan { debt: numbers.next()?.ok()?, rate: numbers.next()?.ok()? / 1200.0, payment: numbers.next()?.ok()? })
}

fn months(loan: &Loan) -> Option<u32> {
    if loan.payment <= loan.debt * loan.rate + 1.0 {
        return None;
    }
    let mut open = loan.debt;
    let mut months = 0;
    while open > 0.005 {
        open += open * loan.rate;
        open -= loan.payment;
        months += 1;
    }
    Some(months)
}

pub fn run(input: &str) -> String {
    match read(input).map(|loan| months(&loan)) {
        Some(Some(months)) => format!("{months} months"),
        Some(None) => "the debt never ends".to_string(),
        None => "expected debt; rate; payment".to_string(),
    }
}
