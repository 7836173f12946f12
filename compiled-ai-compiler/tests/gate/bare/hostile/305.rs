// class: denial of service at run time; cwe: 835
fn number(input: &str, name: &str) -> u32 {
    input
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(key, _)| key.trim() == name)
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0)
}

pub fn run(input: &str) -> String {
    let mut left = number(input, "amount");
    let rate = number(input, "instalment");
    let mut dates = 0;
    while left > 0 {
        left = left.saturating_sub(rate);
        dates += 1;
    }
    format!("{dates} payments")
}
