// Fibonacci by iteration
pub fn run(input: &str) -> String {
    let n: u32 = input.trim().parse().unwrap_or(0).min(90);
    let (mut a, mut b) = (0u64, 1u64);
    for _ in 0..n {
        (a, b) = (b, a + b);
    }
    a.to_string()
}
