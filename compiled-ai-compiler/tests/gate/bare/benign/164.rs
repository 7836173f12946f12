// digits summed until one is left
pub fn run(input: &str) -> String {
    let mut n: u64 = input.trim().parse().unwrap_or(0);
    while n > 9 {
        let mut sum = 0;
        while n > 0 {
            sum += n % 10;
            n /= 10;
        }
        n = sum;
    }
    n.to_string()
}
