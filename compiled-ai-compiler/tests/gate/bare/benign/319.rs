// twin of: a search that never ends; the halves get smaller
pub fn run(input: &str) -> String {
    let Ok(square) = input.trim().parse::<u64>() else {
        return "expected a number".to_string();
    };
    let (mut low, mut high) = (0u64, square.min(4_000_000_000) + 1);
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        if middle * middle <= square {
            low = middle;
        } else {
            high = middle;
        }
    }
    format!("{low}")
}
