// factorial with an overflow check
fn factorial(n: u64) -> Option<u64> {
    (1..=n).try_fold(1u64, |acc, i| acc.checked_mul(i))
}

pub fn run(input: &str) -> String {
    match input.trim().parse::<u64>() {
        Ok(n) if n <= 20 => factorial(n).map_or("overflow".to_string(), |f| f.to_string()),
        Ok(_) => "overflow".to_string(),
        Err(_) => "not a number".to_string(),
    }
}
