// steps of Collatz, bounded
pub fn run(input: &str) -> String {
    let Ok(mut n) = input.trim().parse::<u64>() else { return "0".into() };
    let mut steps = 0;
    while n > 1 && steps < 1000 {
        n = if n % 2 == 0 { n / 2 } else { n.saturating_mul(3).saturating_add(1) };
        steps += 1;
    }
    steps.to_string()
}
