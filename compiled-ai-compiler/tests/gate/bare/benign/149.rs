// dice from a seed, for a game
pub fn run(input: &str) -> String {
    let mut seed = input.bytes().fold(1u32, |s, b| s.wrapping_mul(1664525).wrapping_add(u32::from(b)));
    let mut rolls = Vec::new();
    for _ in 0..3 {
        seed = seed.wrapping_mul(1664525).wrapping_add(1013904223);
        rolls.push(((seed >> 16) % 6 + 1).to_string());
    }
    rolls.join(" ")
}
