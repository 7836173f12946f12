// twin of: a debt that never ends; the months are counted
pub fn run(input: &str) -> String {
    let numbers: Vec<f64> = input.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let [mut open, rate, payment] = numbers[..] else {
        return "expected three numbers".to_string();
    };
    let mut months = 0;
    while open > 0.005 && months < 600 {
        open = open * (1.0 + rate / 1200.0) - payment;
        months += 1;
    }
    if months == 600 { "more than fifty years".to_string() } else { format!("{months} months") }
}
