// rolling hash to find repeats
pub fn run(input: &str) -> String {
    let bytes = input.as_bytes();
    let width = 4;
    if bytes.len() < width {
        return "0".to_string();
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut repeats = 0;
    for window in bytes.windows(width) {
        let hash = window.iter().fold(0u64, |h, b| (h * 257 + u64::from(*b)) % 1_000_000_007);
        if !seen.insert(hash) {
            repeats += 1;
        }
    }
    repeats.to_string()
}
