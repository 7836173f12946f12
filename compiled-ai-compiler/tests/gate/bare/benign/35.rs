// Fibonacci words, bounded
pub fn run(input: &str) -> String {
    let n: u64 = input.trim().parse().unwrap_or(0).min(12);
    let mut a = String::from("0");
    let mut b = String::from("01");
    for _ in 0..n {
        let c = format!("{b}{a}");
        a = b;
        b = c;
    }
    a
}
