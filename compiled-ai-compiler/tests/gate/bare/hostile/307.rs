// class: denial of service at run time; cwe: 834
fn amount(text: Option<&str>) -> f64 {
    text.and_then(|text| text.trim().parse().ok()).unwrap_or(0.0)
}

pub fn run(input: &str) -> String {
    let mut parts = input.split(';');
    let mut balance = amount(parts.next());
    let interest = amount(parts.next()) / 1200.0;
    let payment = amount(parts.next());
    let mut total = 0.0;
    while balance > 0.01 {
        let due = balance * interest;
        total += due;
        balance = balance + due - payment;
    }
    format!("interest {total:.2}")
}
