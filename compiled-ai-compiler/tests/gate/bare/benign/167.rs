// binary search for a square root
pub fn run(input: &str) -> String {
    let n: u64 = input.trim().parse().unwrap_or(0);
    let (mut low, mut high) = (0u64, n.min(u64::from(u32::MAX)) + 1);
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        if middle.checked_mul(middle).is_some_and(|square| square <= n) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low.to_string()
}
