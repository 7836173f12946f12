// sum of a bounded range
pub fn run(input: &str) -> String {
    let n: u64 = input.trim().parse().unwrap_or(0);
    let n = n.min(10_000);
    let mut sum = 0u64;
    for i in 1..=n {
        sum += i;
    }
    sum.to_string()
}
