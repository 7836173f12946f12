// a linear congruential sequence as exercise
pub fn run(input: &str) -> String {
    let mut x: u32 = input.trim().parse().unwrap_or(0);
    let mut values = Vec::new();
    for _ in 0..5 {
        x = x.wrapping_mul(1664525).wrapping_add(1013904223);
        values.push((x % 100).to_string());
    }
    values.join(",")
}
