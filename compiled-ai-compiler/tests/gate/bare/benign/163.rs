// is it prime
pub fn run(input: &str) -> String {
    let n: u64 = match input.trim().parse() {
        Ok(n) if n <= 1_000_000 => n,
        _ => return "out of range".to_string(),
    };
    if n < 2 {
        return "no".to_string();
    }
    let mut d = 2;
    while d * d <= n {
        if n % d == 0 {
            return "no".to_string();
        }
        d += 1;
    }
    "yes".to_string()
}
