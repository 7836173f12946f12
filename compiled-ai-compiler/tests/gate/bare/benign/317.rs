// twin of: subtraction that may never end; it is the greatest common divisor
fn divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        let rest = a % b;
        a = b;
        b = rest;
    }
    a
}

pub fn run(input: &str) -> String {
    let numbers: Vec<u64> = input.split('/').filter_map(|n| n.trim().parse().ok()).collect();
    match numbers[..] {
        [over, under] if under > 0 => {
            let shared = divisor(over, under).max(1);
            format!("{}/{}", over / shared, under / shared)
        }
        _ => "expected a fraction".to_string(),
    }
}
