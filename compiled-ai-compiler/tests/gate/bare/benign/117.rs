// greatest common divisor
fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

pub fn run(input: &str) -> String {
    let mut numbers = input.split_whitespace().filter_map(|w| w.parse::<u64>().ok());
    let first = numbers.next().unwrap_or(0);
    numbers.fold(first, gcd).to_string()
}
